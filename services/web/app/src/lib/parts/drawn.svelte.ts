// A list is drawn a handful of rows a frame: all that came at once would hold up the finger that scrolls.

/** How many: an old phone draws them between two frames. */
const HANDFUL = 5;

/** How many of so many rows are drawn by now; called once by a screen. */
export function drawn(count: () => number): () => number {
  let there = $state(HANDFUL);
  $effect(() => {
    if (there >= count()) return;
    const frame = requestAnimationFrame(() => (there += HANDFUL));
    return () => cancelAnimationFrame(frame);
  });
  return () => Math.min(there, count());
}

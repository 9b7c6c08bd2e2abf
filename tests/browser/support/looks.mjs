// What axe does not see: words that are cut, words outside their box, pages to scroll sideways.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DESKTOP, SMALL } from './browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every look of a page: narrow and wide, light and dark. */
const LOOKS = [SMALL, DESKTOP].flatMap((viewport) => ['light', 'dark'].map((scheme) => ({ viewport, scheme })));

/** How many of them each page is looked at in: all, or with `LOOKS` fewer. Which ones follows from the page, so that
 * over all pages and languages every look is there. */
const MANY = Number(process.env.LOOKS ?? LOOKS.length);

/** The looks of a page. */
function looksOf(where) {
  const first = [...where].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 65_521, 7);
  return LOOKS.map((_, nth) => LOOKS[(first + nth) % LOOKS.length]).slice(0, MANY);
}

/** Looks at the page that is there in every look; what is wrong with it, in words. */
export async function everyLook(page, where) {
  const faults = [];
  await page.evaluate(AXE);
  for (const { viewport, scheme } of looksOf(where)) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await drawn(page);
    faults.push(...(await look(page, `${where} ${viewport.width} ${scheme}`)));
  }
  return faults;
}

async function look(page, where) {
  const faults = (await page.evaluate(wrong)).map((fault) => `${where}: ${fault}`);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  for (const violation of violations) {
    for (const one of violation.nodes) faults.push(`${where}: axe ${violation.id}: ${one.html.slice(0, 120)} ${one.failureSummary?.split('\n')[1] ?? ''}`);
  }
  return faults;
}

/** Once it is drawn as it was just changed, and no colour is on its way any more. */
const drawn = (page) =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)));
  });

/** Run in the page: everything that looks wrong, in words. */
export function wrong() {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > window.innerWidth + 1) {
    const wide = [...document.querySelectorAll('body *')].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 0 && (box.right > window.innerWidth + 1 || box.left < -1) && getComputedStyle(one).position !== 'absolute';
    });
    faults.push(`to scroll sideways: ${root.scrollWidth} of ${window.innerWidth}: ${wide.slice(-3).map((one) => one.outerHTML.slice(0, 90)).join(' | ')}`);
  }
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const text = words.currentNode;
    const one = text.parentElement;
    if (!one || !text.data.trim() || one.closest('.sr, [hidden], option, script, style') || !one.checkVisibility?.({ visibilityProperty: true })) continue;
    const style = getComputedStyle(one);
    if (style.position === 'absolute' && (style.clipPath !== 'none' || style.clip !== 'auto')) continue;
    if ((style.overflowX === 'hidden' || style.textOverflow === 'ellipsis') && one.scrollWidth > one.clientWidth + 1) faults.push(`cut: ${text.data.trim().slice(0, 40)}`);
    for (const word of text.data.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
      if (lines.size > 1 && !/[-–/·,@.\u2068\u2069]/.test(word[0])) faults.push(`cut over two lines: ${word[0]}`);
    }
    const tile = one.closest('.tile, .button, .badge');
    if (tile) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const [inner, outer] = [range.getBoundingClientRect(), tile.getBoundingClientRect()];
      if (inner.left < outer.left - 1 || inner.right > outer.right + 1) faults.push(`outside its box: ${text.data.trim()}`);
    }
  }
  for (const target of document.querySelectorAll('a.button, button, .tile, .screens a, summary, .tongues a, .menu a, .tiles > *, .leave')) {
    const box = target.getBoundingClientRect();
    if (box.width > 0 && (box.height < 43.5 || box.width < 36)) faults.push(`small: ${Math.round(box.width)}x${Math.round(box.height)} ${target.textContent.trim().slice(0, 30)}`);
  }
  return [...new Set(faults)];
}

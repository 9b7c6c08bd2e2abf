// Somebody who has a keyboard only. Every stop on the way is seen, is no part under a bar, and shows that it has focus.
import assert from 'node:assert/strict';
import { wordsOf } from './words.mjs';

/** So many stops and a screen is too long a way for anybody. */
const STOPS = 120;

/** Run in the page: what has focus, how it is called, and what can be seen of it. */
function focused() {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect();
  const label = one.labels?.[0] ?? null;
  const drawn = [one, one.nextElementSibling, label].filter(Boolean);
  // What is drawn for it: a radio button itself is often a point without size, and its label is what is seen.
  const shown = box.width > 4 ? one : (label ?? one);
  const area = shown.getBoundingClientRect();
  const under = (y) => {
    const found = document.elementFromPoint(area.left + area.width / 2, y);
    return Boolean(found) && (shown.contains(found) || found.contains(shown) || Boolean(label?.contains(found)));
  };
  const edges = [area.top + 3, area.top + area.height / 2, area.bottom - 3];
  // What is higher than the window is seen when a part of it is.
  const clear = area.height > innerHeight / 2 ? edges.some(under) : edges.every(under);
  return {
    words: (one.getAttribute('aria-label') ?? label?.textContent ?? one.textContent ?? '').replace(/\s+/g, ' ').trim(),
    group: one.type === 'radio' ? [...document.getElementsByName(one.name)].map((other) => (other.labels?.[0]?.textContent ?? '').replace(/\s+/g, ' ').trim()) : [],
    bar: Boolean(one.closest('nav.screens')),
    clear,
    ring: drawn.some((part) => getComputedStyle(part).outlineStyle !== 'none')
  };
}

export class Keys {
  constructor(page, lang = 'fr') {
    Object.assign(this, { page, words: wordsOf(lang) });
  }

  #pattern(words) {
    if (words instanceof RegExp) return words;
    return new RegExp(`^${/^[a-zA-Z]+[-_][\w-]+$/.test(words) ? this.words(words) : words}`);
  }

  /** Goes on by Tab until something of the screen, or of its bar, that has these words; or a group of radio buttons one
   * of which has. */
  async to(words, bar = false) {
    const pattern = this.#pattern(words);
    for (let stops = 0; stops < STOPS; stops += 1) {
      await this.page.keyboard.press('Tab');
      const at = await this.#stop();
      if (at?.bar === bar && (pattern.test(at.words) || at.group.some((one) => pattern.test(one)))) return at;
    }
    throw new Error(`${pattern} was not reached`);
  }

  async #stop() {
    const at = await this.page.evaluate(focused);
    if (!at) return null;
    assert.ok(at.clear, `hidden while focused: ${at.words}`);
    assert.ok(at.ring, `no sign of focus: ${at.words}`);
    return at;
  }

  /** Presses a button, or follows a link. */
  async press(words, key = 'Enter') {
    await this.to(words);
    await this.page.keyboard.press(key);
  }

  /** One of several, by the arrows. */
  async choose(words) {
    const pattern = this.#pattern(words);
    let at = await this.to(words);
    for (let moves = 0; !pattern.test(at.words); moves += 1) {
      if (moves > at.group.length) throw new Error(`${pattern} is not among ${at.group}`);
      await this.page.keyboard.press('ArrowDown');
      at = await this.#stop();
    }
    await this.page.keyboard.press('Space');
  }

  /** Writes in a field; in a list, what is chosen begins with these letters. */
  async write(words, text) {
    await this.to(words);
    await this.page.keyboard.type(text);
  }

  /** Goes to a screen by the bar, or by "more" where the bar has no room for it. */
  async goes(screen) {
    const name = new RegExp(`^${this.words(`core-screen-${screen}`)}( |$)`);
    const link = this.page.locator('nav.screens').getByRole('link', { name: new RegExp(`^${this.words(`core-screen-${screen}`)}$`) });
    if (!(await link.isVisible())) {
      await this.to('core-screen-more', true);
      await this.page.keyboard.press('Enter');
      await this.page.waitForURL('**/more');
      await this.press(name);
    } else {
      await this.to(name, true);
      await this.page.keyboard.press('Enter');
    }
    await this.page.waitForURL((url) => url.pathname.endsWith(`/${screen}`));
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }
}

// A story is played on screen by people: each has a device, a language, and does what anybody can do with a hand and
// an eye. What is named is what is read there: keys of the locales stand for their words in the language of the person.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { device, setClock, signIn } from './browser.mjs';
import { wordsOf } from './words.mjs';

const SHOTS = fileURLToPath(new URL('../screenshots/', import.meta.url));

/** A play: people come in, time goes on for all of them. */
export class Story {
  #devices = [];

  constructor({ node, browser }) {
    Object.assign(this, { node, browser, ahead: node.ahead });
  }

  /** Somebody comes in on a device of their own. */
  async enter(name, lang, { viewport } = {}) {
    const own = await device(this.browser, this.node, { viewport, ahead: this.ahead });
    this.#devices.push(own);
    own.context.setDefaultTimeout(15_000);
    const page = await own.page();
    await signIn(page, name, lang);
    return new Person(name, lang, page);
  }

  /** Somebody arrives by a link on a device of their own. */
  async arrives(name, lang, link) {
    const own = await device(this.browser, this.node, { ahead: this.ahead });
    this.#devices.push(own);
    own.context.setDefaultTimeout(15_000);
    const page = await own.page();
    await page.goto(link);
    return new Person(name, lang, page);
  }

  /** Time goes on to an instant, for the node and for every device. */
  async at(instant) {
    this.ahead = await this.node.now(instant);
    for (const { context } of this.#devices) await setClock(context, this.ahead);
  }

  /** Plays it to the end; when it stops before, what each of them saw is left in `screenshots/`. */
  async play(acts) {
    try {
      await acts(this);
    } catch (error) {
      for (const [index, { context }] of this.#devices.entries()) {
        await context.pages()[0]?.screenshot({ path: `${SHOTS}stopped-${index}.png`, fullPage: true }).catch(() => undefined);
      }
      throw error;
    }
    await this.end();
  }

  /** Everybody goes home; nothing went wrong in any device. A session that is over the next day is no fault, nor
   * being told to wait, nor a line that is gone; the browser notes them all the same. */
  async end() {
    for (const { context } of this.#devices) await context.close();
    const faults = this.#devices.flatMap((own) => own.faults).filter((fault) => !/status of (401|429)|ERR_INTERNET_DISCONNECTED/.test(fault));
    assert.deepEqual(faults, []);
  }
}

/** Somebody before a screen, or before a part of it. */
class Person {
  constructor(name, lang, page, part = page) {
    Object.assign(this, { name, lang, page, part, words: wordsOf(lang) });
  }

  /** A key's words, whole; words that are no key stand for themselves. */
  #say(words, whole = true) {
    if (words instanceof RegExp) return words;
    const pattern = /^[a-zA-Z]+[-_][\w-]+$/.test(words) ? this.words(words) : words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return whole ? new RegExp(`^\\s*${pattern}\\s*$`) : new RegExp(pattern);
  }

  /** The same person, looking at a part of the screen: the article, section or line in which something stands. */
  within(words, role = 'article') {
    return this.at(this.page.getByRole(role).filter({ hasText: this.#say(words, false) }).first());
  }

  /** The same person, looking at what a locator finds. */
  at(part) {
    return new Person(this.name, this.lang, this.page, part);
  }

  /** Whether there is a line. */
  async line(there) {
    await this.page.context().setOffline(!there);
  }

  /** Her device lies there with its screen dark, or is taken up again: what nobody sees does not look by itself. */
  async dark(is) {
    await this.page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    }, is ? 'hidden' : 'visible');
  }

  /** Opens a screen by its address. */
  async opens(address) {
    await this.page.goto(`/${this.lang}/app/${address}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Goes to a screen by the bar, or by "more" where the bar has no room for it. */
  async goes(screen) {
    const link = this.page.locator('nav.screens').getByRole('link', { name: this.#say(`core-screen-${screen}`), exact: true });
    if (!(await link.isVisible())) {
      await this.page.locator('nav.screens').getByRole('link', { name: this.#say('core-screen-more') }).click();
      await this.page.getByRole('main').getByRole('link', { name: this.#say(`core-screen-${screen}`) }).click();
    } else await link.click();
    await this.page.waitForURL((url) => url.pathname.endsWith(`/${screen}`));
  }

  /** Comes back another day: signs in, since a session does not last, and opens a screen. */
  async comesBack(screen) {
    await signIn(this.page, this.name, this.lang);
    await this.page.goto(`/${this.lang}/app/${screen}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  async press(words) {
    await this.part.getByRole('button', { name: this.#say(words) }).first().click();
  }

  /** Opens what is folded, and looks at it alone. */
  async unfolds(words) {
    const folded = this.part.locator('details').filter({ has: this.page.locator('summary', { hasText: this.#say(words) }) }).last();
    if ((await folded.getAttribute('open')) === null) await folded.locator('summary').first().click();
    return this.at(folded);
  }

  async follow(words) {
    await this.part.getByRole('link', { name: this.#say(words) }).first().click();
  }

  async tick(words) {
    await this.part.getByRole('checkbox', { name: this.#say(words, false) }).first().click();
  }

  /** One of several, under their question when it is said. */
  async choose(words, question) {
    const among = question ? this.part.getByRole('group', { name: this.#say(question) }) : this.part;
    await among.getByRole('radio', { name: this.#say(words, false) }).first().check({ force: true });
  }

  async select(label, words) {
    const list = this.part.getByRole('combobox', { name: this.#say(label, false) });
    const option = list.getByRole('option').filter({ hasText: this.#say(words) });
    await list.selectOption(await option.getAttribute('value'));
  }

  async write(label, text) {
    const fields = this.part.locator('input:not([type="radio"], [type="checkbox"]), textarea');
    await fields.and(this.part.getByLabel(this.#say(label, false))).first().fill(text);
  }

  /** Reads a sentence in the line next to the thumb. */
  async isTold(words) {
    const line = this.page.getByRole('status').locator(':scope > :not([data-read])').filter({ hasText: this.#say(words, false) });
    // What was read is told apart from the same sentence said again.
    await line.evaluate((one) => one.setAttribute('data-read', ''));
  }

  /** Puts away the line next to the thumb. */
  async readOn() {
    const close = this.page.getByRole('status').getByRole('button', { name: this.#say('core-close') });
    if (await close.isVisible()) await close.click();
  }

  /** Sees something on screen. */
  async sees(words) {
    await this.part.getByText(this.#say(words, false)).first().waitFor();
  }

  /** Sees that something is not, or no more, on screen. */
  async seesNo(words) {
    await this.part.getByText(this.#say(words, false)).first().waitFor({ state: 'detached' });
  }

  /** What the screen says, for counting in it. */
  text() {
    return this.part === this.page ? this.page.locator('main').innerText() : this.part.innerText();
  }
}

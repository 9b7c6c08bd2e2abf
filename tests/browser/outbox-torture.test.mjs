// Random runs of record, reload, close, cut, lost replies and two tabs: what was recorded is stored exactly once, in
// order. `RUNS` and `SEED` choose how many and which; a failure names its seed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { device, launch, shellKept, signIn, until, waiting } from './support/browser.mjs';
import { house, skip, stored, world } from './support/world.mjs';

const RUNS = Number(process.env.RUNS ?? 8);
const SEED = Number(process.env.SEED ?? 1);
const STEPS = 12;
const why = skip();
let node, browser, session;

before(async () => {
  if (why) return;
  node = await world({ empty: true });
  ({ session } = await house(node));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await node?.stop();
});

/** Chance that is the same every time (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const NEEDS = ['Logement', 'Santé', 'Papiers', 'Argent', 'Nourriture', 'Famille'];

class Run {
  recorded = 0;
  offline = false;
  loses = 0;

  constructor(nora, pages, draw) {
    Object.assign(this, { nora, pages, draw });
  }

  get page() {
    return this.pages[this.draw(this.pages.length)];
  }

  async record() {
    const page = this.page;
    await page.getByRole('checkbox', { name: NEEDS[this.draw(NEEDS.length)] }).click();
    await page.getByRole('button', { name: /^Enregistrer/ }).click();
    await page.getByRole('status').getByText(/Visite (gardée|enregistrée)/).waitFor();
    this.recorded += 1;
  }

  async cut() {
    this.offline = !this.offline;
    await this.nora.context.setOffline(this.offline);
  }

  async reload() {
    const page = this.page;
    await page.reload();
    await page.getByRole('button', { name: /^Enregistrer/ }).waitFor();
  }

  async close() {
    const at = this.draw(this.pages.length);
    await this.pages[at].close({ runBeforeUnload: false });
    this.pages[at] = await this.nora.page();
    await this.pages[at].goto('/fr/app/visit');
    await this.pages[at].getByRole('button', { name: /^Enregistrer/ }).waitFor();
  }

  async lose() {
    this.loses += 1;
  }

  async step() {
    const acts = ['record', 'record', 'record', 'record', 'cut', 'reload', 'close', 'lose'];
    await this[acts[this.draw(acts.length)]]();
  }
}

for (let run = 0; run < RUNS; run += 1) {
  const seed = SEED + run;
  test(`seed ${seed}: exactly once, in order`, { skip: why }, async () => {
    const nora = await device(browser, node);
    const first = await nora.page();
    await signIn(first);
    await first.goto('/fr/app/visit');
    await shellKept(first);
    const second = await nora.page();
    await second.goto('/fr/app/visit');
    const already = (await stored(node, session)).length;
    const story = new Run(nora, [first, second], chance(seed));
    await nora.context.route('**/graphql', async (route) => {
      if (story.loses > 0 && route.request().postData()?.includes('"needs"')) {
        story.loses -= 1;
        await route.fetch().catch(() => undefined);
        await route.abort('connectionreset').catch(() => undefined);
      } else await route.continue().catch(() => undefined);
    });
    for (let step = 0; step < STEPS; step += 1) await story.step();
    if (story.offline) await story.cut();
    await until(() => waiting(story.pages[0]), (left) => left === 0, 60_000);
    const visits = (await stored(node, session)).slice(already);
    assert.equal(visits.length, story.recorded, `seed ${seed}`);
    const order = [...visits].sort((a, b) => a.recordedAt.localeCompare(b.recordedAt)).map((visit) => visit.occurredAt);
    assert.deepEqual(order, [...order].sort(), `seed ${seed}: in order`);
    await nora.context.close();
  });
}

// Random runs of record, reload, close, cut, lost and doubled requests, two tabs: what was recorded is stored exactly
// once, in order. `RUNS` and `SEED` choose how many and which; a failure names its seed and tells its steps. One node, one
// browser and one device serve all of them: what a run left behind would show in the next.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { deskKnown, device, launch, shellKept, signIn, until, waiting } from './support/browser.mjs';
import { house, skip, stored, world } from './support/world.mjs';

const RUNS = Number(process.env.RUNS ?? 8);
const SEED = Number(process.env.SEED ?? 1);
const STEPS = 12;
const why = skip();
let node, browser, session, nora, pages, story;
/** Every visit that was there before a run, and how many were recorded in all runs. */
const known = new Set();
let ever = 0;

before(async () => {
  if (why) return;
  node = await world({ empty: true });
  ({ session } = await house(node));
  browser = await launch();
  nora = await device(browser, node);
  const first = await nora.page();
  await signIn(first);
  await first.goto('/fr/app/visit');
  await shellKept(first);
  await first.reload();
  await deskKnown(first);
  pages = [first, await open()];
  await nora.context.route('**/graphql', (route) => onTheWay(route).catch(() => undefined));
});
after(async () => {
  await browser?.close();
  await node?.stop();
});

async function open() {
  const page = await nora.page();
  await page.goto('/fr/app/visit');
  await ready(page);
  return page;
}

const ready = (page) => page.getByRole('button', { name: /^Enregistrer/ }).waitFor();

/** A reply that is lost, a request that comes twice. */
async function onTheWay(route) {
  const act = route.request().postData()?.includes('"needs"') ?? false;
  if (act && story?.loses > 0) {
    story.loses -= 1;
    await route.fetch().catch(() => undefined);
    await route.abort('connectionreset');
  } else if (act && story?.doubles > 0) {
    story.doubles -= 1;
    await route.fetch().catch(() => undefined);
    await route.continue();
  } else await route.continue();
}

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
  doubles = 0;
  told = [];

  constructor(draw) {
    this.draw = draw;
  }

  async record(at) {
    const page = pages[at];
    // As a finger does: a tab behind another is hardly painted, and a tap on it waits for that.
    await page.bringToFront();
    await page.getByRole('checkbox', { name: NEEDS[this.draw(NEEDS.length)] }).click();
    await page.getByRole('button', { name: /^Enregistrer/ }).click();
    await page.getByRole('status').getByText(/Visite (gardée|enregistrée)/).waitFor();
    this.recorded += 1;
    await page.getByRole('status').getByRole('button', { name: 'Fermer' }).click();
  }

  async cut() {
    this.offline = !this.offline;
    await nora.context.setOffline(this.offline);
  }

  async reload(at) {
    await pages[at].reload();
    await ready(pages[at]);
  }

  async close(at) {
    await pages[at].close({ runBeforeUnload: false });
    pages[at] = await open();
  }

  lose() {
    this.loses += 1;
  }

  double() {
    this.doubles += 1;
  }

  async step() {
    const acts = ['record', 'record', 'record', 'record', 'cut', 'reload', 'close', 'lose', 'double'];
    const [act, at] = [acts[this.draw(acts.length)], this.draw(pages.length)];
    this.told.push(`${act} ${at}`);
    await this[act](at);
  }
}

for (let run = 0; run < RUNS; run += 1) {
  const seed = SEED + run;
  test(`seed ${seed}: exactly once, in order`, { skip: why }, async () => {
    story = new Run(chance(seed));
    try {
      for (let step = 0; step < STEPS; step += 1) await story.step();
      if (story.offline) await story.cut();
      await until(() => waiting(pages[0]), (left) => left === 0, 60_000);
    } catch (error) {
      throw new Error(`seed ${seed}: ${story.told.join(', ')}`, { cause: error });
    }
    // What members read follows what is stored; one too many would come as late and show in the next run or in the sum.
    const news = async () => (await stored(node, session)).filter((visit) => !known.has(visit.id));
    const visits = await until(news, (found) => found.length >= story.recorded);
    visits.forEach((visit) => known.add(visit.id));
    ever += story.recorded;
    const told = `seed ${seed}: ${story.told.join(', ')}`;
    assert.equal(visits.length, story.recorded, told);
    const order = [...visits].sort((a, b) => a.recordedAt.localeCompare(b.recordedAt)).map((visit) => visit.occurredAt);
    assert.deepEqual(order, [...order].sort(), told);
  });
}

test('all runs together: as many as were recorded, each once', { skip: why }, async () => {
  const all = await stored(node, session, { all: true });
  assert.equal(new Set(all.map((visit) => visit.id)).size, all.length);
  assert.equal(all.length, ever);
  console.log(`torture: ${RUNS} runs from seed ${SEED}, ${ever} visits`);
});

// How heavy and how fast the screens are: headless Chromium with a slow line and a slow processor, a cold cache each
// time, medians. Not a test: figures depend on the machine, so they are printed with its load, and a goal is met or
// missed. `RUNS` says how often each is measured; `--json FILE` writes all of it, `--only lists` (or `pages`) a part.
//
//   npm run measure -- --json figures.json
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { deskKnown, device, launch, PHONE, shellKept, signIn } from './support/browser.mjs';
import { weigh } from './support/weight.mjs';
import { house, skip, world } from './support/world.mjs';

const RUNS = Number(process.env.RUNS ?? 5);
const KBIT = 1000 / 8;
/** The lines and the processors of the goals. Chromium delays each answer by the round trip; opening a connection costs
 * nothing in it, so a true line is a little slower. */
const LINES = [
  { name: 'slow 4G, CPU / 4', latency: 150, down: 1600 * KBIT, up: 750 * KBIT, cpu: 4, paint: 1000, usable: 1800, blocked: 300 },
  { name: '3G, CPU / 6', latency: 300, down: 700 * KBIT, up: 700 * KBIT, cpu: 6, paint: 2000, usable: 3200 }
];
const SAVE = 'form button[type="submit"].main';
/** What is measured: where, and what of it must be there for it to be of use. `ours`: somebody is in. */
const PAGES = [
  { name: 'public home', path: '/fr/brussels', ready: '.menu a', whole: 10_240, fromNode: true },
  { name: 'plain visit form', path: '/fr/brussels/visit', ready: 'main button, main a', whole: 10_240, fromNode: true },
  { name: 'sign-in', path: '/fr/app/sign-in', ready: 'section button:not([disabled])' },
  { name: 'new visit, first time', path: '/fr/app/visit', ready: SAVE, ours: true, script: 45_000, whole: 60_000 },
  { name: 'new visit, again', path: '/fr/app/visit', ready: SAVE, ours: true, again: true }
];
/** Longer than this and a finger feels it. */
const LONG_FRAME = 50;
const ROWS = 1000;
/** So many pixels in a millisecond: a list thrown by a finger as fast as Android lets it go
 * (`ViewConfiguration.MAXIMUM_FLING_VELOCITY`, 8,000 a second). */
const FLING = 8;
/** So many of a hundred frames may be felt. */
const FELT = 5;
/** The whole list is there before this, however slow the line. */
const LONGEST_WAIT = 400_000;

const why = skip();
if (why) throw new Error(why);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function slowLine(client, { latency, down, up }) {
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: down, uploadThroughput: up });
}

/** The service worker asks by itself, so its line is as slow as that of the page. */
async function slowWorkers(browser, line) {
  const client = await browser.newBrowserCDPSession();
  const { targetInfos } = await client.send('Target.getTargets');
  for (const { targetId } of targetInfos.filter(({ type }) => type === 'service_worker')) {
    const { sessionId } = await client.send('Target.attachToTarget', { targetId, flatten: false });
    const tell = (id, method, params) => client.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) });
    await tell(1, 'Network.enable', {});
    await tell(2, 'Network.emulateNetworkConditions', { offline: false, latency: line.latency, downloadThroughput: line.down, uploadThroughput: line.up });
  }
  return client;
}

/** In the page, before anything of it: when the first thing was painted, when it became of use, what blocked it. */
function watch(ready) {
  const seen = { paint: null, usable: null, blocked: 0 };
  Object.defineProperty(window, 'seen', { value: seen });
  const each = (type, act) => new PerformanceObserver((list) => list.getEntries().forEach(act)).observe({ type, buffered: true });
  each('paint', (entry) => entry.name === 'first-contentful-paint' && (seen.paint = entry.startTime));
  each('longtask', (entry) => (seen.blocked += Math.max(0, entry.duration - 50)));
  const look = () => {
    if (document.querySelector(ready)) seen.usable ??= performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

/** Of what came over the line: scripts, and all that is no answer of the API. */
function weights(all) {
  const shell = all.filter(({ path }) => !/^\/(graphql|access|demo)/.test(path));
  const sum = (list) => list.reduce((total, { size }) => total + size, 0);
  return { script: sum(shell.filter(({ path }) => path.endsWith('.js'))), whole: sum(shell) };
}

/** A device on which Nora is in already, with nothing in its cache. */
async function noras(browser, node, state) {
  const nora = await device(browser, node, { viewport: PHONE });
  await nora.context.addCookies(state.cookies);
  await nora.context.addInitScript((kept) => Object.entries(kept).forEach(([key, value]) => localStorage.setItem(key, value)), state.kept);
  return nora;
}

async function once(browser, node, state, what, line) {
  const person = what.ours ? await noras(browser, node, state) : await device(browser, node, { viewport: PHONE });
  const page = await person.page();
  if (what.again) {
    await page.goto(what.path);
    await shellKept(page);
    await deskKnown(page);
    await page.waitForLoadState('networkidle');
  }
  const client = await page.context().newCDPSession(page);
  await page.addInitScript(watch, what.ready);
  await slowLine(client, line);
  const workers = what.again ? await slowWorkers(browser, line) : null;
  await client.send('Emulation.setCPUThrottlingRate', { rate: line.cpu });
  const weight = await weigh(client);
  await page.goto(`${what.fromNode ? node.node : ''}${what.path}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.seen.usable !== null && window.seen.paint !== null, null, { timeout: 60_000 });
  const seen = await page.evaluate(() => window.seen);
  await page.waitForLoadState('networkidle');
  // What is of use before it is seen is of use when it is seen.
  seen.usable = Math.max(seen.usable, seen.paint);
  const came = weight();
  await workers?.detach();
  await person.context.close();
  return { ...weights(came), ...seen };
}

/** A thousand visits of today: how long until the first of them are there, how many are asked for at once, and how the
 * whole list scrolls while the rest comes. */
async function list(browser, node, state, line) {
  const nora = await noras(browser, node, state);
  const page = await nora.page();
  await page.goto('/fr/app/visit');
  await deskKnown(page);
  const client = await page.context().newCDPSession(page);
  await slowLine(client, line);
  await client.send('Emulation.setCPUThrottlingRate', { rate: line.cpu });
  await page.addInitScript(watch, 'article');
  await page.goto('/fr/app/today', { waitUntil: 'commit' });
  await page.waitForFunction(() => window.seen.usable !== null, null, { timeout: 120_000 });
  const there = await page.evaluate(() => window.seen.usable);
  const first = await page.locator('article').count();
  const frames = await page.evaluate(scrolled, [FLING, ROWS, LONGEST_WAIT]);
  const rows = await page.locator('article').count();
  await nora.context.close();
  const long = frames.filter((length) => length > LONG_FRAME).length;
  return { there, first, rows, frames: frames.length, long, share: (100 * long) / frames.length, worst: Math.max(...frames) };
}

/** In the page: scrolls to the end of a list that grows, as fast as a finger throws it; how long each frame took in which
 * it moved. A frame that came late moves no further than one of a tenth of a second. */
function scrolled([fling, rows, wait]) {
  return new Promise((resolve) => {
    const lengths = [];
    const began = performance.now();
    let [last, moved] = [began, false];
    const frame = (now) => {
      const length = now - last;
      if (moved) lengths.push(length);
      last = now;
      const before = window.scrollY;
      window.scrollBy(0, fling * Math.min(length, 100));
      moved = window.scrollY !== before;
      const over = !moved && document.querySelectorAll('article').length >= rows;
      if (over || now - began > wait) resolve(lengths);
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** A busy day, as it is stored. */
async function busyDay(node, session) {
  const nora = node.as('nora');
  const visit = (index) => ({
    session, case: crypto.randomUUID(), mode: 'WALK_IN', language: ['fra', 'nld', 'ara', 'und'][index % 4], languageMet: 'DIRECT', answers: ['INFORMED'],
    needs: [{ need: crypto.randomUUID(), code: ['HOU.FIND', 'MAT.FOOD', 'ADM.FORM'][index % 3], urgency: 'NORMAL' }]
  });
  for (let done = 0; done < ROWS; done += 10) {
    await Promise.all(Array.from({ length: 10 }, (_, one) => nora.act('recordVisit', crypto.randomUUID(), 'RecordVisitInput', visit(done + one), 'VisitId')));
  }
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const against = (value, goal, say) => (goal === undefined ? say(value) : `${say(value)} ${value <= goal ? 'met' : 'MISSED'} (${say(goal)})`);
const bytes = (value) => String(value);

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n');
}

/** What stands behind a word of the command. */
const said = (word) => (process.argv.includes(word) ? process.argv[process.argv.indexOf(word) + 1] : null);
const wanted = (part) => [null, part].includes(said('--only'));

const node = await world({ empty: true });
const browser = await launch();
const figures = { chromium: browser.version(), processors: cpus().length, model: cpus()[0]?.model, runs: RUNS, load: [], pages: [], lists: [] };
try {
  const { session } = await house(node);
  const first = await device(browser, node);
  const page = await first.page();
  await signIn(page);
  await page.goto('/fr/app/visit');
  await deskKnown(page);
  const state = { cookies: await first.context.cookies(), kept: await page.evaluate(() => ({ ...localStorage })) };
  for (const line of wanted('pages') ? LINES : []) {
    // Interleaved, so that a busy minute of the machine is no page's own.
    const taken = PAGES.map(() => []);
    for (let run = 0; run < RUNS; run += 1) {
      figures.load.push(Number(loadavg()[0].toFixed(2)));
      for (const [index, what] of PAGES.entries()) {
        const one = await once(browser, node, state, what, line);
        taken[index].push(one);
        process.stderr.write(`${line.name}, ${what.name}: ${Math.round(one.paint)} ms, ${Math.round(one.usable)} ms\n`);
      }
    }
    PAGES.forEach((what, index) => {
      const of = (key) => median(taken[index].map((one) => one[key]));
      figures.pages.push({ line: line.name, page: what.name, script: of('script'), whole: of('whole'), paint: of('paint'), usable: of('usable'), blocked: of('blocked'), each: taken[index] });
    });
  }
  figures.load.push(Number(loadavg()[0].toFixed(2)));
  // Last, so that the day is no longer for the pages above.
  if (wanted('lists')) await busyDay(node, session);
  for (const line of wanted('lists') ? LINES : []) {
    process.stderr.write(`${line.name}, ${ROWS} visits\n`);
    figures.lists.push({ line: line.name, ...(await list(browser, node, state, line)) });
  }
  await first.context.close();
} finally {
  // What was measured before something broke is kept all the same.
  if (said('--json')) writeFileSync(said('--json'), `${JSON.stringify(figures, null, 1)}\n`);
  await browser.close();
  await node.stop();
}

const rows = [['line', 'page', 'script', 'all', 'first paint', 'usable', 'blocked']];
for (const one of figures.pages) {
  const line = LINES.find(({ name }) => name === one.line);
  const what = PAGES.find(({ name }) => name === one.page);
  rows.push([one.line, one.page, against(one.script, what.script, bytes), against(one.whole, what.whole, bytes), against(one.paint, line.paint, seconds), against(one.usable, line.usable, seconds), against(one.blocked, line.blocked, (ms) => `${Math.round(ms)} ms`)]);
}
console.log(`${figures.chromium}; ${figures.processors} x ${figures.model}; medians of ${RUNS}; load ${Math.min(...figures.load)} to ${Math.max(...figures.load)}\n`);
console.log(table(rows));
const scrolls = [['line', `${ROWS} visits of today`, 'first of them', 'at once', 'rows', 'frames', `longer than ${LONG_FRAME} ms`, 'longest']];
for (const one of figures.lists) {
  const line = LINES.find(({ name }) => name === one.line);
  const felt = against(one.share, FELT, (share) => `${share.toFixed(1)} %`);
  scrolls.push([one.line, 'scrolled to the end', against(one.there, line.usable, seconds), String(one.first), one.rows < ROWS ? `${one.rows} MISSED` : String(one.rows), String(one.frames), felt, `${Math.round(one.worst)} ms`]);
}
console.log(`\n${table(scrolls)}`);
const missed = [...rows, ...scrolls].flat().filter((cell) => cell.includes('MISSED')).length;
console.log(missed === 0 ? '\nevery goal met' : `\n${missed} goals missed`);

// A node with an example network, and a browser in front of it.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const APP = join(ROOT, 'services/web/app');
export const BINARY = process.env.ENTRAIDE_BINARY ?? join(ROOT, 'target/debug/entraide');
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why the tests cannot run here; false when they can. */
export function skip() {
  const missing = [BINARY, CHROMIUM].filter((path) => !existsSync(path));
  if (missing.length === 0) return false;
  const why = `not there: ${missing.join(', ')}`;
  if (process.env.CI === 'true') throw new Error(why);
  return why;
}

/** A port nobody listens on. */
const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

function started(command, args, options) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  child.said = () => said;
  return child;
}

async function ready(url, child) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended: ${child.said()}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A node; `empty` for one with no example in it, `clock` for one that begins at an instant, `letters` for one that
 * sends letters, `serves` for one that is no demonstration: the first person of each network it names is invited,
 * in a role, and `links` are theirs. `configured` answers what stands in its configuration; it is told where people see the node.
 * `films` is the folder of its films. One that `starves` can be kept from writing: `starve`. */
export async function world({ empty = false, clock = null, letters = false, serves = null, role = 'administrator', configured = null, starves = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-browser-'));
  const [data, films] = [join(folder, 'data'), join(folder, 'films')];
  mkdirSync(films);
  const [port, at] = [await freePort(), await freePort()];
  const links = serves?.map((network) => invited(data, network, role));
  const mail = letters ? await (await import('./mail.mjs')).mailServer() : null;
  // Passkeys are bound to the address people see: that of the node, or of the build that stands before it.
  const site = `http://localhost:${process.env.WEB_BUILD ? at : port}`;
  if (configured) writeFileSync(join(folder, 'entraide.toml'), await configured(site));
  const told = configured ? ['--config', join(folder, 'entraide.toml'), '--clips', films] : [];
  const begins = [...(empty ? ['--empty'] : []), ...(clock ? ['--clock', clock] : [])];
  const as = serves ? ['serve', '--free-queries', '--site', site, ...told] : ['demo', ...begins];
  // A file that may not grow ends whoever writes to it, unless they leave the signal aside: then the write fails.
  const first = starves ? ['/bin/sh', '-c', 'trap "" XFSZ; exec "$0" "$@"', BINARY] : [BINARY];
  const [command, ...words] = [...first, ...as, '--listen', `127.0.0.1:${port}`, '--data', data];
  const node = started(command, words, { env: { ...process.env, ...mail?.env } });
  await ready(`http://127.0.0.1:${port}/health/ready`, node);
  const ahead = clock ? Date.parse(clock) - Date.now() : 0;
  const own = await fetch(`http://127.0.0.1:${port}/fr/app`).catch(() => null);
  const inside = own?.ok && (await own.text()).includes('/_app/') && !process.env.WEB_BUILD;
  let front = null;
  let url = `http://localhost:${port}`;
  if (!inside) {
    const env = { ...process.env, PORT: String(at), NODE: `127.0.0.1:${port}` };
    front = started('node', ['tools/serve.mjs'], { cwd: APP, env });
    url = `http://localhost:${at}`;
    await ready(`${url}/fr/app/sign-in`, front);
  }
  const stop = async () => {
    for (const child of [front, node]) {
      if (!child || child.exitCode !== null) continue;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    }
    await mail?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const inner = `http://127.0.0.1:${port}`;
  const pages = `http://localhost:${port}`;
  /** From now on no file of the node grows beyond so many bytes; `unlimited` lets them grow again. */
  const starve = (bytes) => execFileSync('prlimit', ['--pid', String(node.pid), `--fsize=${bytes}:`]);
  return { url, starve, node: inner, pages, mail, links, films, ahead, stop, said: () => node.said(), as: (who, tie = '') => person(inner, who, tie), now: (instant) => moved(inner, instant) };
}

/** Invites the first person of a network, as whoever installs a node does; the link as it is printed. */
function invited(data, network, role) {
  const said = execFileSync(BINARY, ['invite', '--data', data, '--network', network, '--role', role, '--name', 'Lise', '--email', 'lise@tilleuls.example'], { encoding: 'utf8' });
  return said.match(/#invitation=\S+/)[0];
}

/** Moves the clock of a node on; what falls due meanwhile happens. Answers by how much it is ahead. */
async function moved(node, instant) {
  const answer = await fetch(`${node}/demo/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ now: instant }) });
  if (!answer.ok) throw new Error(`${instant}: ${await answer.text()}`);
  return Date.parse(instant) - Date.now();
}

/** Waits until all that the node has said yes to can be read: members read lists that follow what is stored. */
async function readable(node) {
  const look = async () => (await fetch(`${node}/health/ready`)).json();
  let now = await look();
  for (const { journal } = now; journal !== null && BigInt(now.readModels) < BigInt(journal); now = await look()) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Somebody of the example, by token: for preparing a story and for counting what is stored. A tie such as
 * `referral/ID` makes a partner of whoever holds the link of one referral. */
function person(node, who, tie) {
  const ask = async (query, variables = {}) => {
    if (!query.startsWith('mutation')) await readable(node);
    const response = await fetch(`${node}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer demo-${who}-brussels${tie && `/${tie}`}`, 'accept-language': 'fr-BE' },
      body: JSON.stringify({ query, variables })
    });
    const answer = await response.json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  const act = async (name, id, type, input, idType) => {
    const variables = { c: crypto.randomUUID(), ...(idType && { id }), input };
    const declared = ['$c: CommandId!', ...(idType ? [`$id: ${idType}!`] : []), ...(input ? [`$input: ${type}!`] : [])].join(', ');
    const passed = ['commandId: $c', ...(idType ? ['id: $id'] : []), ...(input ? ['input: $input'] : [])].join(', ');
    const query = `mutation(${declared}) { outcome: ${name}(${passed}) {
      __typename ... on Done { position facts { name value } } ... on Refusal { code message } } }`;
    const { outcome } = await ask(query, variables);
    if (outcome.__typename !== 'Done') throw new Error(`${name}: ${outcome.code} ${outcome.message}`);
    return outcome;
  };
  return { ask, act };
}

/** A house that is open all week, and its session of today. */
export async function house(world) {
  const odile = world.as('odile');
  const [site, session] = [crypto.randomUUID(), crypto.randomUUID()];
  await odile.act('openSite', site, 'OpenSiteInput', { name: 'Maison des Tilleuls', timeZone: 'Europe/Brussels', languages: [{ language: 'fra', mode: 'DIRECT' }] }, 'SiteId');
  const nora = world.as('nora');
  const { me } = await nora.ask('{ me { actor } }');
  await nora.act('openSession', session, 'OpenSessionInput', { site, hosts: [me.actor], languages: [{ language: 'fra', mode: 'DIRECT' }], exceptionalOpening: 'DEMAND' }, 'SessionId');
  return { site, session };
}

const VISITS = `query($s: [SessionId!], $after: String) {
  visits(filter: { session: $s, state: [RECORDED] }, first: 100, after: $after) {
    nodes { id occurredAt recordedAt needs { code } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The newest hundred visits of a session as they are stored, or all of them; in the order they happened. */
export async function stored(world, session, { all = false } = {}) {
  const odile = world.as('odile');
  const found = [];
  for (let after = null; ; ) {
    const { visits } = await odile.ask(VISITS, { s: [session], after });
    found.push(...visits.nodes);
    if (!all || !visits.pageInfo.hasNextPage) return found.sort((a, b) => a.occurredAt.localeCompare(b.occurredAt));
    after = visits.pageInfo.endCursor;
  }
}

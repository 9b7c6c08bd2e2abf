// What the pages that need no script take as given: a meeting that was announced, volunteers who are written to.
import { charter } from './tilleuls.mjs';
import { weigh } from './weight.mjs';

export const LANGS = ['fr', 'nl', 'ar', 'en'];
const id = () => crypto.randomUUID();
/** What our own pages say of themselves when they send something. */
const ours = (node) => ({ origin: node.pages, 'content-type': 'application/json', 'x-entraide': '1' });

/** Somebody of a demonstration is in, on a device whose scripts do not come up. */
export async function come(context, node, who) {
  const answer = await context.request.post(`${node.pages}/access/demo/${who}`, { headers: ours(node), data: {} });
  if (!answer.ok()) throw new Error(`${who}: ${answer.status()} ${await answer.text()}`);
}

/** Bytes of a page and of what it loads, packed as they come over the line, and how many scripts it has. */
export async function weighed(page, goes) {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  const weight = await weigh(client);
  const answer = await goes();
  await page.waitForLoadState('networkidle');
  const bytes = weight().reduce((total, { size }) => total + size, 0);
  const scripts = await page.locator('script').count();
  await client.detach();
  return { bytes, scripts, status: answer.status() };
}

/** A meeting with a welcome, an interpreter and words in two languages, announced; in a month. */
export async function meeting(node) {
  const [odile, meeting] = [node.as('odile'), id()];
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const input = {
    title: { fr: 'Rencontre du mois', ar: 'لقاء الشهر' },
    welcomeAt: `${day}T11:00:00Z`,
    startsAt: `${day}T11:30:00Z`,
    endsAt: `${day}T13:30:00Z`,
    timeZone: 'Europe/Brussels',
    place: { name: 'Maison des Tilleuls', address: 'Rue des Tilleuls 7\n1000 Bruxelles' },
    languages: ['fra'],
    interpreters: ['sfb']
  };
  await odile.act('planMeeting', meeting, 'PlanMeetingInput', input, 'MeetingId');
  await odile.act('announceMeeting', meeting, '', null, 'MeetingId');
  return { meeting, day };
}

/** An empty house that sends letters, and asks volunteers whether they go along. */
export const lettersHouse = {
  empty: true,
  letters: true,
  begin: async (node) => {
    await charter(node, 1, '2023-01-01T00:00:00Z', '2023-01-01T00:00:00Z');
    return { asks: (name) => asks(node, name) };
  }
};

/** Somebody asks for company on Thursday afternoon; a new volunteer is proposed, and gets a letter with a link. */
async function asks(node, name) {
  const [pairing, member, email] = [id(), id(), `${name.toLowerCase()}-${id().slice(0, 8)}@tilleuls.example`];
  const odile = node.as('odile');
  await odile.act('joinNetwork', member, 'JoinNetworkInput', { displayName: name, account: null }, 'MemberId');
  await odile.act('acceptCharter', member, 'AcceptCharterInput', { version: 1, language: 'fra', mode: 'READ' }, 'MemberId');
  await odile.act('offerVolunteering', member, '', null, 'MemberId');
  await enters(node, name, member, email);
  const asked = { case: id(), purpose: 'NET.ESCORT', language: 'ara', times: [{ day: 'THURSDAY', part: 'AFTERNOON' }] };
  await node.as('nora').act('requestAccompaniment', pairing, 'RequestAccompanimentInput', asked, 'PairingId');
  await odile.act('proposePairing', pairing, 'ProposePairingInput', { member }, 'PairingId');
  return { pairing, link: await node.mail.link(email) };
}

/** A volunteer is invited, and accepts. */
async function enters(node, name, member, email) {
  const facets = [{ facet: id(), role: 'VOLUNTEER', member }];
  const { facts } = await node.as('admin').act('inviteAccount', id(), 'InviteAccountInput', { displayName: name, email, facets }, 'ActorId');
  const token = facts.find((fact) => fact.name === 'token').value;
  const body = JSON.stringify({ token, password: 'een lange zin die niemand raadt 23' });
  const answer = await fetch(`${node.pages}/access/invitation/accept`, { method: 'POST', headers: ours(node), body });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
}

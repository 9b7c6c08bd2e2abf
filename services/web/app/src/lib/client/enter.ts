// Coming in: by a password, a second factor, one click in a demonstration; then the role.
import { door } from './ask';
import { session, type Came, type Me } from './session.svelte';
import { begin } from './start';
import { Trouble } from './trouble';

/** The people of a demonstration, such as `nora-brussels`; nobody in a server that serves. */
export async function demoPeople(): Promise<string[]> {
  try {
    const response = await fetch('/demo/people');
    if (!response.ok) return [];
    const people = (await response.json()) as { token: string }[];
    return people.map(({ token }) => token.replace(/^demo-/, ''));
  } catch {
    // Without a line nobody comes in anyway.
    return [];
  }
}

/** Asks the server who is in. */
export async function whoIsIn(): Promise<Me> {
  try {
    const me = await door<Me>('me');
    session.name = me.displayName;
    return me;
  } catch (error) {
    if (error instanceof Trouble) session.met(error);
    throw error;
  }
}

/** Somebody is in: what is known of them; the role follows. */
function entered(answer: Came, me: Me): void {
  const before = session.known;
  const same = before?.account === me.account && before.network === me.network;
  session.set({
    account: me.account,
    network: me.network,
    role: null,
    region: same ? before.region : 'BE',
    shared: answer.shared ?? me.shared,
    hasPin: me.hasPin,
    state: 'in'
  });
}

/** What follows once a door has answered: half way, in without a role, or in. */
export async function came(answer: Came): Promise<'secondFactor' | 'role' | 'in'> {
  if (!answer.signedIn) return 'secondFactor';
  const me = await whoIsIn();
  entered(answer, me);
  if (!me.facet) return 'role';
  await begin();
  return 'in';
}

/** Acts in a role from now on. */
export async function choose(facet: string): Promise<void> {
  await door('role', { facet });
  await begin();
}

// Coming in: by a password, a second factor, one click in a demonstration; then the role.
import { alone } from './alone';
import { door } from './ask';
import { session, type Came, type Me } from './session.svelte';
import { begin } from './start';
import { Trouble } from './trouble';

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
async function entered(answer: Came | null): Promise<'role' | 'in'> {
  const me = await whoIsIn();
  const before = session.known;
  const same = before?.account === me.account && before.network === me.network;
  session.set({
    account: me.account,
    network: me.network,
    role: null,
    region: same ? before.region : 'BE',
    shared: answer?.shared ?? me.shared,
    hasPin: me.hasPin,
    state: 'in'
  });
  if (!me.facet) return 'role';
  await begin();
  return 'in';
}

/** Comes in by a door: half way, with the step that is left; in without a role; or in. Nothing is sent from this
 * device meanwhile, since what somebody recorded must not go under the name of another. */
export async function enter(path: string, body: object): Promise<{ how: 'role' | 'in' } | { how: 'secondFactor'; step: string }> {
  return alone(async () => {
    const answer = await door<Came>(path, body);
    if (!answer.signedIn) return { how: 'secondFactor', step: answer.step ?? '' };
    return { how: await entered(answer) };
  });
}

/** Is back from the sign-in of an organisation, which the server took: who is in is asked for. */
export async function cameBack(): Promise<'role' | 'in'> {
  return alone(() => entered(null));
}

/** Acts in a role from now on. */
export async function choose(facet: string): Promise<void> {
  await door('role', { facet });
  await begin();
}

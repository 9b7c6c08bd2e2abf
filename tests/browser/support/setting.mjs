// What stands at the head of a file of tests: a node, a browser, and whether both are there.
import { after, before } from 'node:test';
import { launch } from './browser.mjs';
import { house, skip, world } from './world.mjs';

/** A node and a browser for the tests of a file. `begin` prepares what they all take as given; the default is the
 * example, `open` an empty house that is open today. */
export function setting({ begin, ...options } = {}) {
  const why = skip();
  const here = { can: { skip: why } };
  before(async () => {
    if (why) return;
    here.node = await world(options);
    Object.assign(here, await begin?.(here.node));
    here.browser = await launch();
  });
  after(async () => {
    await here.browser?.close();
    await here.node?.stop();
  });
  return here;
}

/** An empty house that is open today. */
export const openHouse = { empty: true, begin: house };

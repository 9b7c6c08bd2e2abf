// What the people of several stories do on screen in the same way: a desk is opened, somebody is received, gets a code,
// is sent on, and is found again by the code.
import { until } from './browser.mjs';

/** The desk is opened where it is missed: on the screen of a visit. */
export async function opensDesk(host) {
  await host.press('visit-desk-open');
  await host.isTold('visit-desk-opened');
}

/** The visit on screen is recorded. */
export async function records(host) {
  await host.press(new RegExp(`^\\s*${host.words('visit-save')}`));
  await host.isTold('visit-saved');
}

/** Somebody comes with one need. */
export async function receives(host, need = 'visit-need-card') {
  await host.goes('visit');
  await host.tick(need);
  await records(host);
}

/** Looks at today, once so many visits are there: the newest is the first, and what was kept from earlier lacks it. */
export async function looksAtToday(host, visits = 1) {
  await host.goes('today');
  await until(() => host.page.locator('article').count(), (count) => count === visits);
}

/** The person of the newest visit of today gets a slip with a code. */
export async function givesCode(host) {
  await host.press('today-more');
  await host.press('today-code');
  await host.isTold('today-code-now');
  return (await host.part.locator('.code').first().innerText()).trim();
}

/** Somebody is sent on to a service, with their oral yes, as all else stands. */
export async function agreesAndGoes(host) {
  await host.tick('refer-agrees');
  await host.press('refer-send');
}

/** Shows the path a code leads to. */
export async function looksUp(host, code) {
  await host.write('path-code', code);
  await host.press('path-show');
}

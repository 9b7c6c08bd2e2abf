// The pages that need no script, each in four languages, light and dark, small and large: axe finds nothing, nothing is
// cut, nothing is to be scrolled sideways, the console stays silent, and a page with its style is light.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { device, SMALL } from './support/browser.mjs';
import { everyLook, wrong } from './support/looks.mjs';
import { come, LANGS, lettersHouse, meeting, weighed } from './support/pages.mjs';
import { setting } from './support/setting.mjs';

/** All that a page and its style may weigh, as it comes over the line. */
const LIGHT = 10 * 1024;
const example = setting({
  begin: async (node) => {
    await meeting(node);
    await opens(node);
  }
});
const house = setting(lettersHouse);

/** A page of the example: where it is, whose it is, and the answer it comes with. */
const PAGES = [
  ['which network', ''],
  ['home', '/brussels'],
  ['home in Québec', '/quebec'],
  ['meetings', '/brussels/meetings'],
  ['who can help', '/brussels/help'],
  ['who can help, with a way out', '/brussels/help?need=safety'],
  ['nothing found', '/quebec/help?need=food&language=sfb'],
  ['a service', async () => `/brussels/help/${await service()}`],
  ['easy to read', '/brussels/easy'],
  ['your data', '/brussels/privacy'],
  ['accessibility', '/brussels/accessibility'],
  ['a visit', '/brussels/visit', { who: 'nora-brussels' }],
  ['a visit, desk closed', '/quebec/visit', { who: 'nora-quebec' }],
  ['a visit, signed out', '/brussels/visit', { status: 401 }],
  ['a visit, for the desk only', '/brussels/visit', { who: 'nora-quebec', status: 403 }],
  ['not there', '/brussels/nowhere', { status: 404 }],
  ['a link that is over', '/l/nothing', { status: 410 }]
];

/** The desk of the example is open today. */
async function opens(node) {
  const nora = node.as('nora');
  const { me, sites } = await nora.ask('{ me { actor } sites(first: 1) { nodes { id } } }');
  const input = { site: sites.nodes[0].id, hosts: [me.actor], languages: [{ language: 'fra', mode: 'DIRECT' }], exceptionalOpening: 'DEMAND' };
  await nora.act('openSession', crypto.randomUUID(), 'OpenSessionInput', input, 'SessionId');
}

/** The published service that says most of itself. */
async function service() {
  const { services } = await example.node.as('odile').ask('{ services(first: 50) { nodes { id state content { phones { number } needs email website } } } }');
  const said = (one) => JSON.stringify(one.content).length;
  return services.nodes.filter(({ state }) => state === 'PUBLISHED').sort((a, b) => said(b) - said(a))[0].id;
}

/** Looks at a page in every language; what is wrong, and how heavy the heaviest is. */
async function inEveryLanguage(page, own, node, path, status) {
  const faults = [];
  let heaviest = 0;
  for (const lang of LANGS) {
    const come = await weighed(page, () => page.goto(`${node.pages}/${lang}${path}`));
    if (come.status !== status) faults.push(`${lang}: answered ${come.status}`);
    if (come.scripts > 0) faults.push(`${lang}: ${come.scripts} scripts`);
    if (come.bytes > LIGHT) faults.push(`${lang}: ${come.bytes} bytes`);
    heaviest = Math.max(heaviest, come.bytes);
    const [said, dir] = await page.evaluate(() => [document.documentElement.lang.slice(0, 2), document.documentElement.dir]);
    assert.deepEqual([said, dir], [lang, lang === 'ar' ? 'rtl' : 'ltr']);
    faults.push(...(await everyLook(page, `/${lang}${path}`)));
    // Twice the letters: nothing is lost.
    await page.setViewportSize({ width: 640, height: 900 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    faults.push(...(await page.evaluate(wrong)).map((fault) => `/${lang}${path} 200 %: ${fault}`));
  }
  // A page that is refused is noted by the browser as a fault; that it is refused was looked at above.
  return { heaviest, faults: [...faults, ...own.faults.filter((fault) => status === 200 || !fault.includes(`status of ${status}`))] };
}

for (const [name, path, { who = null, status = 200 } = {}] of PAGES) {
  test(name, example.can, async (t) => {
    const own = await device(example.browser, example.node, { viewport: SMALL });
    if (who) await come(own.context, example.node, who);
    const page = await own.page();
    const { heaviest, faults } = await inEveryLanguage(page, own, example.node, typeof path === 'string' ? path : await path(), status);
    await own.context.close();
    t.diagnostic(`${name}: at most ${heaviest} bytes`);
    assert.deepEqual(faults, []);
  });
}

test('a question to a volunteer, and what was answered', house.can, async (t) => {
  const { node, browser } = house;
  const [asked, accepted] = [await house.asks('Bea'), await house.asks('Karim')];
  const own = await device(browser, node, { viewport: SMALL });
  const page = await own.page();
  await page.goto(`${node.pages}${accepted.link}`);
  await page.locator('button[value="yes"]').click();
  await page.locator('.lead').waitFor();
  for (const { link } of [asked, accepted]) {
    const { heaviest, faults } = await inEveryLanguage(page, own, node, link.slice(3), 200);
    t.diagnostic(`${link === asked.link ? 'asked' : 'answered'}: at most ${heaviest} bytes`);
    assert.deepEqual(faults, []);
  }
  // A no is shown once, as the answer to it.
  await page.goto(`${node.pages}${asked.link}`);
  await page.locator('input[value="NO_TIME"]').check();
  await page.locator('button[value="no"]').click();
  await page.locator('button').waitFor({ state: 'detached' });
  assert.deepEqual([...(await everyLook(page, 'said no')), ...own.faults], []);
  await own.context.close();
});

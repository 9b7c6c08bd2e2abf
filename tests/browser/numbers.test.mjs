// Figures: a table that is its own chart; what is small is said to be small and drawn alike.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { device, signIn } from './support/browser.mjs';
import { setting } from './support/setting.mjs';

const here = setting();

test('bars are as wide as their numbers, and nothing below five is told', here.can, async () => {
  const own = await device(here.browser, here.node);
  const page = await own.page();
  await signIn(page, 'Odile');
  await page.goto('/fr/app/numbers');
  await page.getByRole('radio', { name: 'Tout', exact: true }).check();
  await page.locator('table').first().waitFor();
  const tables = await page.locator('table').evaluateAll((all) =>
    all.map((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) => ({
        words: row.querySelector('td').textContent.trim(),
        width: Number(row.querySelector('rect').getAttribute('width'))
      }))
    )
  );
  assert.ok(tables.length > 0);
  for (const rows of tables) {
    const told = rows.filter(({ words }) => /^\d+$/.test(words)).map(({ words, width }) => ({ count: Number(words), width }));
    const small = rows.filter(({ words }) => words === 'moins de 5');
    assert.equal(told.length + small.length, rows.length, JSON.stringify(rows));
    assert.deepEqual(told.filter(({ count }) => count > 0 && count < 5), []);
    assert.ok(new Set(small.map(({ width }) => width)).size <= 1, 'small ones are drawn alike');
    const most = Math.max(5, ...told.map(({ count }) => count));
    for (const { count, width } of told) assert.ok(Math.abs(width - (count / most) * 100) < 0.5, `${count}: ${width}`);
  }
  await own.context.close();
});

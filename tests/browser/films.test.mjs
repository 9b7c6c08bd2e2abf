// A film in sign language: its files lie in a folder of the node, and its network is told of it in the configuration.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { device, until } from './support/browser.mjs';
import { setting } from './support/setting.mjs';
import { wordsOf } from './support/words.mjs';

const film = (page) => `[[network.clips]]
page = '${page}'
language = 'LSFB'
title = { fr = 'De quoi avez-vous besoin ?' }
video = '/clips/${page}.webm'
poster = '/clips/${page}.png'
captions = '/clips/${page}.vtt'
transcript = { fr = 'Montrez une image.' }
`;
const here = setting({
  serves: ['brussels', 'quebec'],
  role: 'coordinator',
  configured: () => `[[network]]
id = 'brussels'
name = { fr = 'Bruxelles' }
${film('board')}
${film('data')}
[[network]]
id = 'quebec'
name = { fr = 'Québec' }
`
});
const PASSWORD = 'trois mots que personne ne devine 41';
const say = (lang, key) => new RegExp(wordsOf(lang)(key));

/** A second of film and a picture of it, as a telephone would make them. */
async function filmed(page) {
  const made = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
    const drawing = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
    const pieces = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    const ended = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start();
    for (let frame = 0; frame < 20; frame += 1) {
      drawing.fillStyle = `hsl(${frame * 18} 80% 50%)`;
      drawing.fillRect(0, 0, 64, 48);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    recorder.stop();
    await ended;
    const bytes = async (blob) => [...new Uint8Array(await blob.arrayBuffer())];
    return { video: await bytes(new Blob(pieces)), picture: await bytes(await new Promise((resolve) => canvas.toBlob(resolve))) };
  });
  return { video: Buffer.from(made.video), picture: Buffer.from(made.picture) };
}

/** Somebody of a network opens the link they were invited by, and goes to the board. */
async function atTheBoard(own, link, lang) {
  const page = await own.page();
  await page.goto(`/${lang}/app${link}`);
  await page.getByLabel(say(lang, 'sign-in-invitation-new')).first().fill(PASSWORD);
  await page.getByRole('button', { name: say(lang, 'core-sign-in') }).first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/invitation'));
  await page.goto(`/${lang}/app/board`);
  await page.getByText(say(lang, 'board-ask')).first().waitFor();
  return page;
}

test('a film stands on the board of its network, and comes when somebody wants to see it', here.can, async () => {
  const own = await device(here.browser, here.node);
  const asked = [];
  own.context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const page = await atTheBoard(own, here.node.links[0], 'ar');
  const { video, picture } = await filmed(page);
  writeFileSync(join(here.node.films, 'board.webm'), video);
  writeFileSync(join(here.node.films, 'board.png'), picture);
  writeFileSync(join(here.node.films, 'board.vtt'), 'WEBVTT\n\n00:00.000 --> 00:10.000\nMontrez une image.\n');
  await page.getByRole('button', { name: 'LSFB' }).click();
  const shown = page.locator('video');
  assert.deepEqual(await shown.evaluate((one) => [one.controls, one.autoplay, one.preload]), [true, false, 'none']);
  assert.equal(await shown.count(), 1, 'the film of another screen stays there');
  assert.deepEqual(asked.filter((path) => path.endsWith('.webm')), [], 'nobody pays for a film they do not look at');

  await shown.evaluate((one) => one.play());
  await until(() => shown.evaluate((one) => one.currentTime), (seconds) => seconds > 0.2);
  assert.deepEqual(await shown.evaluate((one) => [one.videoWidth, one.videoHeight, one.error]), [64, 48, null]);
  await until(() => shown.evaluate((one) => [...(one.textTracks[0]?.cues ?? [])].map(({ text }) => text)), ([words]) => words === 'Montrez une image.');
  assert.equal(await shown.evaluate(async (one) => (await createImageBitmap(await (await fetch(one.poster)).blob())).width), 64, 'the picture is one');
  await page.getByText(say('ar', 'clips-transcript')).click();
  await page.locator('figcaption').getByText('Montrez une image.').waitFor();
  assert.deepEqual(own.faults, []);
  await own.context.close();
});

test('the board of a network without a film says nothing of one', here.can, async () => {
  const own = await device(here.browser, here.node);
  const told = own.context.waitForEvent('response', (response) => response.url().endsWith('/access/ways') && response.frame().url().endsWith('/board'));
  const page = await atTheBoard(own, here.node.links[1], 'fr');
  await (await told).finished();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  assert.equal(await page.getByRole('button', { name: 'LSFB' }).count(), 0, 'no film, no word of one');
  assert.deepEqual(own.faults, []);
  await own.context.close();
});

// After the build: pages with two inline scripts, the same in each, so that a strict content security policy needs two
// digests and no other exception, with what they wait for in its order; the list of operations beside them; the shell's
// files told to the service worker.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const out = process.env.WEB_BUILD ?? 'build';
const STYLE = /\s*<link href="[^"]*" rel="stylesheet">/g;
const SCRIPT = /\s*<link href="[^"]*" rel="modulepreload">/g;
const INLINE = /<script>([\s\S]*?)<\/script>/g;

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** A script in one line. */
const short = (script) => script.replace(/\s*\n\s*/g, ' ').trim();

const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The file that begins is a line that names another: that one is taken at once, a request less. */
const [, start] = /import\("\/([^"]*\/start\.[^"]+)"\)/.exec(readFileSync(join(out, 'fr/app/visit.html'), 'utf8')) ?? [];
const [, names, chunk] = /^export\{([^}]*)\}from"\.\.\/([^"]+)";?\s*$/.exec(start ? readFileSync(join(out, start), 'utf8') : '') ?? [];
const [, own] = /(?:^|,)(\w+) as start(?:,|$)/.exec(names ?? '') ?? [];

/** How a page comes to life: the same script in all of them, and beside it what differs, which screen it is. */
function alike(script) {
  const [, nodes] = /node_ids: (\[[\d, ]+\])/.exec(script) ?? [];
  if (!nodes || !/data: \[(null,?)+\]/.test(script)) throw new Error(`a page begins in another way than it did:\n${script}`);
  const same = script
    .replace(/node_ids: \[[^\]]*\]/, 'node_ids: nodes')
    .replace(/data: \[[^\]]*\]/, 'data: nodes.map(() => null)')
    .replace('const element', 'const nodes = JSON.parse(document.currentScript.dataset.nodes); const element')
    .replace(/import\("\/[^"]*\/start\.[^"]+"\)/, (whole) => (own ? `import("/_app/immutable/${chunk}").then((all) => ({ start: all.${own} }))` : whole));
  return `<script data-nodes="${nodes.replaceAll(' ', '')}">${short(same)}</script>`;
}

/** The words a screen says, in the language of its page: known now, so not found out script after script. */
const made = JSON.parse(readFileSync('.svelte-kit/output/client/.vite/manifest.json', 'utf8'));
function wordsOf(page) {
  const [lang, , screen = ''] = relative(out, page).replace(/\.html$/, '').split(sep);
  const route = join('src/routes/[lang=lang]/app', screen, '+page.ts');
  const groups = existsSync(route) ? [...readFileSync(route, 'utf8').matchAll(/made\/text\/([\w-]+)'/g)].map(([, group]) => group) : [];
  return ['core', ...groups].flatMap((group) => made[`src/lib/made/text/${lang}/${group}.ts`]?.file ?? []);
}

/** The styles of the scripts a screen begins with; what it brings later brings its own. */
const sheets = new Map(Object.values(made).map(({ file, css = [] }) => [file, css]));
function stylesOf(text) {
  const first = new Set([...text.matchAll(/href="\/([^"]+)" rel="modulepreload"/g)].flatMap(([, file]) => sheets.get(file) ?? []));
  return (text.match(STYLE) ?? []).filter((link) => first.has(/href="\/([^"]+)"/.exec(link)?.[1]));
}

/** Styles first: without them nothing is painted, and an old line has room for six requests at once. */
function inOrder(text, page) {
  const styles = stylesOf(text);
  const words = wordsOf(page).map((file) => `<link href="/${file}" rel="modulepreload">`);
  const scripts = [...(text.match(SCRIPT) ?? []).filter((link) => !own || !link.includes(start)), ...words];
  return text.replace(STYLE, '').replace(SCRIPT, '').replace('</head>', `  ${[...styles, ...scripts].map((link) => link.trim()).join('\n    ')}\n  </head>`);
}

/** What a page does before any script of the app is there. */
const FIRST = short(readFileSync('src/first.js', 'utf8').replace(/^\s*\/\/.*\n/gm, ''));
const begun = (text) => text.replace('<meta charset="utf-8" />', (meta) => `${meta}\n    <script>${FIRST}</script>`);

for (const page of files(out).filter((file) => file.endsWith('.html'))) {
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, begun(inOrder(text.replace(INLINE, (_, script) => alike(script)), page)));
}

// The desk of each language works without a line after one visit: its page, its scripts, the icons.
const pages = files(out)
  .map((file) => `/${relative(out, file).split(sep).join('/')}`)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace(/(\/index)?\.html$/, ''));
const assets = files(join(out, '_app'))
  .map((file) => `/${relative(out, file).split(sep).join('/')}`)
  .filter((file) => !file.endsWith('version.json'));
const version = hash(JSON.stringify([pages, assets, ...files(out).filter((it) => it.endsWith('.html')).map((it) => readFileSync(it, 'utf8'))]));
const worker = readFileSync('src/worker.js', 'utf8');
const shell = JSON.stringify({ version, pages, assets: [...assets, '/app-icon.svg'] });
writeFileSync(join(out, 'app-worker.js'), worker.replace('__SHELL__', () => shell));
copyFileSync('src/lib/made/allowed.json', join(out, 'allowed.json'));

// After the build: pages without inline scripts, so that a strict content security policy needs no exception, with
// what they wait for in its order; the list of operations beside them; the shell's files told to the service worker.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const out = process.env.WEB_BUILD ?? 'build';
const STYLE = /\s*<link href="[^"]*" rel="stylesheet">/g;
const SCRIPT = /\s*<link href="[^"]*" rel="modulepreload">/g;
const INLINE = /<script>([\s\S]*?)<\/script>/g;

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Moves an inline script into a file of its own, named after what is in it. */
function outside(script) {
  const name = `_app/boot/${hash(script)}.js`;
  mkdirSync(join(out, '_app/boot'), { recursive: true });
  if (!existsSync(join(out, name))) writeFileSync(join(out, name), script);
  return `<script src="/${name}"></script>`;
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
  const scripts = [...(text.match(SCRIPT) ?? []), ...words];
  return text.replace(STYLE, '').replace(SCRIPT, '').replace('</head>', `  ${[...styles, ...scripts].map((link) => link.trim()).join('\n    ')}\n  </head>`);
}

for (const page of files(out).filter((file) => file.endsWith('.html'))) {
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, inOrder(text.replace(INLINE, (_, script) => outside(script.trim())), page));
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

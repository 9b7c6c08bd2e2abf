// After the build: pages without inline scripts, so that a strict content security policy needs no exception; the
// list of operations beside them; the shell's files told to the service worker.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const out = process.env.WEB_BUILD ?? 'build';
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

for (const page of files(out).filter((file) => file.endsWith('.html'))) {
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replace(INLINE, (_, script) => outside(script.trim())));
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

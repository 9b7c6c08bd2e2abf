// Operations: from `documents/**/*.graphql`, checked against the schema, to typed modules and the list of what a
// server accepts.
//
//   node tools/documents.mjs SCHEMA DOCUMENTS OUT
//
// OUT/operations/NAME.ts holds, for each document, its types and an operation by id: the text stays out of what
// browsers load. OUT/acts.ts maps the name of each mutation to its id. OUT/allowed.json maps each id, `sha256:` and
// the hash of the text, to the text. Operations under `pages/` are for the pages from Rust: checked, and in neither.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { buildSchema, parse, print, specifiedRules, validate } from 'graphql';
import { typesOf } from './types.mjs';
import { write } from './text.mjs';

const HEAD = '// Written by tools/documents.mjs from the documents; change those.\n';

/** Every document below a folder, by its path. */
export function documents(folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.graphql'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  return files.map((file) => ({ path: relative(folder, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));
}

/** The text of an operation as it is hashed and sent: printed, with the fragments it uses. */
export function whole(operation, fragments) {
  const used = new Map();
  const look = (node) => {
    for (const selection of node.selectionSet?.selections ?? []) {
      if (selection.kind === 'FragmentSpread' && !used.has(selection.name.value)) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) {
          used.set(selection.name.value, fragment);
          look(fragment);
        }
      }
      look(selection);
    }
  };
  look(operation);
  return [operation, ...used.values()].map((node) => print(node)).join('\n');
}

export const idOf = (text) => createHash('sha256').update(text).digest('hex');

/** Modules by path, the list of what is allowed, and what is wrong. */
export function make(schemaText, files) {
  const schema = buildSchema(schemaText, { assumeValidSDL: true });
  const faults = [];
  const parsed = [];
  for (const { path, text } of files) {
    try {
      parsed.push({ path, ast: parse(text) });
    } catch (error) {
      faults.push(`${path}: ${error.message}`);
    }
  }
  // Those of the app share their fragments, so they are checked together; a page's document stands alone.
  const app = parsed.filter(({ path }) => !path.startsWith('pages/'));
  const all = app.flatMap(({ ast }) => ast.definitions);
  const fragments = new Map(all.filter((it) => it.kind === 'FragmentDefinition').map((it) => [it.name.value, it]));
  const alone = parsed.filter(({ path }) => path.startsWith('pages/')).map(({ ast }) => ast);
  for (const ast of [{ kind: 'Document', definitions: all }, ...alone]) {
    faults.push(...validate(schema, ast, specifiedRules).map((error) => error.message));
  }
  const out = new Map();
  const allowed = {};
  const acts = {};
  if (faults.length === 0) {
    for (const { path, ast } of app) {
      const operations = ast.definitions.filter((it) => it.kind === 'OperationDefinition');
      if (operations.length) {
        for (const operation of operations) {
          const text = whole(operation, fragments);
          allowed[`sha256:${idOf(text)}`] = text;
          if (operation.operation === 'mutation') acts[operation.selectionSet.selections[0].name.value] = idOf(text);
        }
        const name = basename(path, '.graphql');
        if (out.has(`operations/${name}.ts`)) faults.push(`${path}: another document has that name`);
        out.set(`operations/${name}.ts`, moduleOf(schema, operations, fragments));
      }
    }
  }
  const sorted = Object.fromEntries(Object.entries(allowed).sort(([a], [b]) => a.localeCompare(b)));
  out.set('acts.ts', `${HEAD}export const acts: Record<string, string> = ${JSON.stringify(acts, null, 2)};\n`);
  out.set('allowed.json', `${JSON.stringify(sorted, null, 1)}\n`);
  return { out, faults };
}

function moduleOf(schema, operations, fragments) {
  const parts = operations.map((operation) => {
    const name = operation.name.value;
    const text = whole(operation, fragments);
    const { result, variables } = typesOf(schema, operation, fragments);
    return `export type ${name}Result = ${result};

export type ${name}Variables = ${variables};

export const ${name} = /* @__PURE__ */ operation<${name}Result, ${name}Variables>('${idOf(text)}', '${operation.operation}');
`;
  });
  return `${HEAD}import { operation } from '$lib/client/operation';

${parts.join('\n')}`;
}

function main([schema, folder, out]) {
  const { out: files, faults } = make(readFileSync(schema, 'utf8'), documents(folder));
  if (faults.length) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
  write(out, files);
}

if (import.meta.url === `file://${process.argv[1]}`) main(process.argv.slice(2));

// Texts: from `locales/*.ftl` to one typed module for each group and language.
//
//   node tools/text.mjs LOCALES SCHEMA OUT
//
// It is an error when a language lacks a message, when languages take different arguments, when a plural form is
// missing, or when an enumeration of the schema has labels for some of its values only.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isEnumType } from 'graphql';
import { code, inCode, missingForms, read, taken, typeOf } from './fluent.mjs';

const LANGS = ['fr', 'nl', 'ar', 'en'];
const HEAD = '// Written by tools/text.mjs from the locales; change those.\n';

/** Everything that is wrong, and the messages of all languages. */
export function gather(texts, schemaText) {
  const faults = [];
  const languages = Object.fromEntries(LANGS.map((lang) => [lang, read(texts[lang], `${lang}.ftl`, faults)]));
  const groups = new Map();
  for (const lang of LANGS) {
    for (const [group, messages] of languages[lang]) {
      const all = groups.get(group) ?? groups.set(group, new Map()).get(group);
      for (const [id, pattern] of messages) {
        const args = all.get(id) ?? all.set(id, {}).get(id);
        for (const [name, kind] of Object.entries(taken(pattern))) {
          if (args[name] !== 'number') args[name] = kind;
        }
      }
    }
  }
  for (const [group, messages] of groups) {
    for (const [id, args] of messages) {
      for (const lang of LANGS) faults.push(...faultsOf(lang, languages[lang].get(group)?.get(id), id, args));
    }
  }
  faults.push(...unlabelled(groups, schemaText));
  return { faults, groups, languages };
}

function faultsOf(lang, pattern, id, args) {
  if (!pattern) return [`${lang}.ftl lacks ${id}, or has it in another group`];
  const faults = missingForms(lang, pattern).map((form) => `${lang}.ftl: ${id} lacks the form for ${form}`);
  const own = Object.keys(taken(pattern));
  const others = Object.keys(args).filter((name) => !own.includes(name));
  return others.length ? [...faults, `${lang}.ftl: ${id} does not say ${others.join(', ')}`] : faults;
}

function unlabelled(groups, schemaText) {
  const schema = buildSchema(schemaText, { assumeValidSDL: true });
  const labels = new Set([...groups.values()].flatMap((messages) => [...messages.keys()]).filter((id) => id.includes('_')));
  const named = new Set([...labels].map((id) => id.split('_')[0]));
  const faults = [];
  for (const name of named) {
    const type = schema.getType(name);
    if (!isEnumType(type)) {
      // Codes that are no enumeration, such as names of events: `Event_ReferralSent`.
      if (type) faults.push(`${name} is no enumeration of the schema`);
      continue;
    }
    const values = type.getValues().map((value) => value.name);
    faults.push(...values.filter((it) => !labels.has(`${name}_${it}`)).map((it) => `${name}.${it} has no label`));
    const known = new Set(values.map((it) => `${name}_${it}`));
    const unknown = [...labels].filter((id) => id.startsWith(`${name}_`) && !known.has(id));
    faults.push(...unknown.map((id) => `${id} labels no value of the schema`));
  }
  return faults;
}

/** The modules: path to text. */
export function modules({ groups, languages }, canadian) {
  const files = new Map();
  const types = [...groups].map(([group, messages]) => {
    const fields = [...messages].map(([id, args]) => `  ${inCode(id, group)}: ${typeOf(args)};`);
    return `export interface ${named(group)} {\n${fields.join('\n')}\n}\n`;
  });
  const all = [...groups.keys()].map((group) => `  ${JSON.stringify(group)}: ${named(group)};`);
  files.set('types.ts', `${HEAD}${types.join('\n')}\n/** What each group says. */\nexport interface Groups {\n${all.join('\n')}\n}\n`);
  for (const lang of LANGS) {
    for (const [group, messages] of groups) {
      files.set(`${lang}/${group}.ts`, moduleOf(lang, group, messages, languages[lang].get(group)));
    }
  }
  const regional = [...groups].filter(([group]) => canadian.has(group));
  for (const [group, messages] of regional) {
    files.set(`fr-CA/${group}.ts`, variantOf(group, messages, canadian.get(group)));
  }
  for (const group of groups.keys()) files.set(`${group}.ts`, loaderOf(group, canadian.has(group)));
  return files;
}

const named = (group) => group.charAt(0).toUpperCase() + inCode(group, '').slice(1);

function lines(lang, group, messages, patterns) {
  return [...patterns].map(([id, pattern]) => {
    const args = messages.get(id);
    const said = code(lang, pattern, args);
    const whole = Object.keys(args).length ? `(of) => ${said}` : said;
    return `  ${inCode(id, group)}: ${whole},`;
  });
}

function moduleOf(lang, group, messages, patterns) {
  const said = lines(lang, group, messages, patterns);
  return `${HEAD}${imports(said)}import type { ${named(group)} } from '../types';

const words: ${named(group)} = {
${said.join('\n')}
};
export default words;
`;
}

function variantOf(group, messages, patterns) {
  const said = lines('fr', group, messages, patterns);
  return `${HEAD}${imports(said)}import common from '../fr/${group}';
import type { ${named(group)} } from '../types';

const words: ${named(group)} = {
  ...common,
${said.join('\n')}
};
export default words;
`;
}

function imports(said) {
  const used = ['apart', 'choice', 'number', 'plural'].filter((name) => said.some((line) => line.includes(`${name}(`)));
  return used.length ? `import { ${used.join(', ')} } from '$lib/text/say';\n` : '';
}

function loaderOf(group, regional) {
  const load = (tag) => `() => import('./${tag}/${group}')`;
  const tags = [...LANGS.map((lang) => `  ${lang}: ${load(lang)}`), ...(regional ? [`  CA: ${load('fr-CA')}`] : [])];
  return `${HEAD}import type { Group } from '$lib/text';
import type { ${named(group)} } from './types';

const group: Group<${named(group)}> = {
${tags.join(',\n')}
};
export default group;
`;
}

/** Writes what changed only, so that an unchanged text is built once. */
export function write(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of files) {
    const whole = join(folder, path);
    mkdirSync(join(whole, '..'), { recursive: true });
    let before = '';
    try {
      before = readFileSync(whole, 'utf8');
    } catch {
      // It is new.
    }
    if (before !== text) writeFileSync(whole, text);
  }
}

function main([locales, schema, out]) {
  const texts = Object.fromEntries(LANGS.map((lang) => [lang, readFileSync(join(locales, `${lang}.ftl`), 'utf8')]));
  const gathered = gather(texts, readFileSync(schema, 'utf8'));
  let canadian = new Map();
  try {
    canadian = read(readFileSync(join(locales, 'fr-CA.ftl'), 'utf8'), 'fr-CA.ftl', gathered.faults);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  for (const [group, messages] of canadian) {
    for (const id of messages.keys()) {
      if (!gathered.groups.get(group)?.has(id)) gathered.faults.push(`fr-CA.ftl: ${id} is in no other language`);
    }
  }
  if (gathered.faults.length) {
    console.error(gathered.faults.join('\n'));
    process.exit(1);
  }
  if (process.argv.includes('--fresh')) rmSync(out, { recursive: true, force: true });
  write(out, modules(gathered, canadian));
}

if (import.meta.url === `file://${process.argv[1]}`) main(process.argv.slice(2));

// The tools refuse what would be seen by somebody only later: a missing word, a plural form, a field that is not there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, missingForms, read, taken, typeset } from './fluent.mjs';
import { gather, modules } from './text.mjs';
import { idOf, make } from './documents.mjs';

const SCHEMA = `
  enum Light { GREEN RED }
  type Done { position: String! }
  type Refusal { code: String! }
  union Outcome = Done | Refusal
  input Colour @oneOf { name: String number: Int }
  directive @oneOf on INPUT_OBJECT
  type Query { light(id: ID!): Light lights: [Light!]! }
  type Mutation { turn(id: ID!, to: Colour): Outcome! }
`;
const texts = (changes = {}) => {
  const all = Object.fromEntries(['fr', 'nl', 'ar', 'en'].map((lang) => [lang, '### App\n\n## desk\n\ndesk-title = Desk\n']));
  return { ...all, ...changes };
};
const app = (lines) => `### App\n\n## desk\n\n${lines}\n`;
const first = (lines) => [...read(app(lines), 'x', []).get('desk').values()][0];

test('a language that lacks a message is refused', () => {
  const { faults } = gather(texts({ en: app('desk-title = Desk\ndesk-open = Open') }), SCHEMA);
  assert.deepEqual(faults, ['fr', 'nl', 'ar'].map((lang) => `${lang}.ftl lacks desk-open, or has it in another group`));
});

test('a message that leaves out an argument is refused', () => {
  const says = texts({ fr: app('desk-title = Chez { $name }') });
  assert.equal(gather(says, SCHEMA).faults.length, 3);
});

test('a plural form that a language needs is refused when it is missing', () => {
  const pattern = first('desk-count = { $count ->\n    [one] une\n   *[other] { $count }\n    }');
  assert.deepEqual(missingForms('fr', pattern), []);
  assert.deepEqual(missingForms('ar', pattern), ['zero', 'two', 'few', 'many']);
});

test('an enumeration is labelled as a whole', () => {
  const half = app('Light_GREEN = vert');
  const { faults } = gather({ fr: half, nl: half, ar: half, en: half }, SCHEMA);
  assert.deepEqual(faults, ['Light.RED has no label']);
});

test('a name in a sentence is kept apart, a number is written as its language does', () => {
  const pattern = first('desk-of = { $name }: { $count ->\n   *[other] { $count }\n    }');
  const args = taken(pattern);
  assert.deepEqual(args, { name: 'string', count: 'number' });
  assert.match(code('fr', pattern, args), /^apart\(of\.name\) \+ .*plural\("fr", of\.count, \{ "other": \(\) => number\("fr", of\.count\) \}/);
});

test('French signs keep their narrow space', () => {
  assert.equal(typeset('fr', "Qu'avons-nous fait ?"), 'Qu\u2019avons-nous fait\u202f?');
  assert.equal(typeset('nl', 'Wat nu?'), 'Wat nu?');
});

test('pages of the other door are left out', () => {
  const both = `${app('desk-title = Desk')}\n### Pages\n\n## home\n\npage-title = Home\n`;
  const gathered = gather({ fr: both, nl: both, ar: both, en: both }, SCHEMA);
  assert.deepEqual([...gathered.groups.keys()], ['desk']);
  assert.match(modules(gathered, new Map()).get('types.ts'), /export interface Desk \{\n {2}title: string;\n\}/);
});

test('a document that asks for what is not there is refused', () => {
  const { faults } = make(SCHEMA, [{ path: 'a.graphql', text: 'query A { shade }' }]);
  assert.deepEqual(faults, ['Cannot query field "shade" on type "Query".']);
});

test('an operation is its id, its types, and nothing of its text', () => {
  const text = 'mutation Turn($id: ID!, $to: Colour) { outcome: turn(id: $id, to: $to) { __typename ... on Done { position } } }';
  const { out, faults } = make(SCHEMA, [{ path: 'turn.graphql', text }]);
  assert.deepEqual(faults, []);
  const module = out.get('operations/turn.ts');
  const [[id, whole]] = Object.entries(JSON.parse(out.get('allowed.json')));
  assert.equal(id, `sha256:${idOf(whole)}`);
  assert.ok(module.includes(idOf(whole)) && !module.includes('turn(id:'));
  assert.ok(module.includes("to?: { name: string } | { number: number } | null"), module);
  assert.ok(module.includes("__typename: 'Refusal';"), module);
});

test('pages have documents of their own, which no browser may send', () => {
  const { out, faults } = make(SCHEMA, [{ path: 'pages/home.graphql', text: 'query PageHome { lights }' }]);
  assert.deepEqual([faults, out.get('allowed.json')], [[], '{}\n']);
});

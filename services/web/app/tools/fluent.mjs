// Fluent resources read for the app: messages by group, each with what it takes and its plural forms.
// A group is what stands under a heading `## name` inside the part `### App`.
import { parse } from '@fluent/syntax';

/** Forms a number must have in each language; French `many` is for millions and may be left out. */
export const FORMS = {
  fr: ['one', 'other'],
  nl: ['one', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  en: ['one', 'other']
};

const PLURAL = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

const camel = (id) => id.replace(/-(\w)/g, (_, c) => c.toUpperCase());

/** `visit-need-food` of the group `visit` as a name in code: `needFood`. Labels of enumerations stay as they are. */
export function inCode(id, group) {
  if (id.includes('_')) return id;
  return camel(id.startsWith(`${group}-`) ? id.slice(group.length + 1) : id);
}

/** Reads the text of one language: a map from group to a map from message to what it says. */
export function read(text, where, faults) {
  const groups = new Map();
  let app = false;
  let group = null;
  for (const entry of parse(text, { withSpans: false }).body) {
    if (entry.type === 'ResourceComment') {
      app = entry.content.trim() === 'App';
      group = null;
    } else if (entry.type === 'GroupComment') {
      group = app ? entry.content.trim().split(/\s/)[0] : null;
    } else if (entry.type === 'Junk') {
      faults.push(`${where}: cannot be read: ${entry.content.trim().split('\n')[0]}`);
    } else if (entry.type === 'Message' && app) {
      if (!group) faults.push(`${where}: ${entry.id.name} stands in no group`);
      const messages = groups.get(group) ?? groups.set(group, new Map()).get(group);
      messages.set(entry.id.name, entry.value);
    }
  }
  return groups;
}

/** What a message takes: name to `number` or `string`. */
export function taken(pattern, found = {}) {
  for (const element of pattern.elements) {
    if (element.type === 'Placeable') takenBy(element.expression, found);
  }
  return found;
}

function takenBy(expression, found) {
  const name = argument(expression);
  if (expression.type === 'VariableReference') {
    found[name] ??= 'string';
  } else if (expression.type === 'FunctionReference') {
    found[name] = 'number';
  } else if (expression.type === 'SelectExpression') {
    const chosen = argument(expression.selector);
    if (isPlural(expression)) found[chosen] = 'number';
    else found[chosen] ??= 'string';
    for (const variant of expression.variants) taken(variant.value, found);
  } else if (expression.type === 'Placeable') {
    takenBy(expression.expression, found);
  }
}

/** The variable an expression is about. */
export function argument(expression) {
  if (expression.type === 'VariableReference') return expression.id.name;
  if (expression.type === 'FunctionReference') return expression.arguments.positional[0]?.id?.name;
  return undefined;
}

/** Whether a choice is between plural forms. */
export const isPlural = (choice) => choice.variants.every(({ key }) => PLURAL.has(key.name) || key.value !== undefined);

/** The plural forms a language needs and a message lacks. */
export function missingForms(lang, pattern) {
  const lacking = new Set();
  const look = (at) => {
    for (const { expression } of at.elements.filter(({ type }) => type === 'Placeable')) {
      if (expression.type !== 'SelectExpression') continue;
      if (isPlural(expression)) {
        const said = new Set(expression.variants.map(({ key }) => key.name));
        FORMS[lang].filter((form) => !said.has(form)).forEach((form) => lacking.add(form));
      }
      expression.variants.forEach((variant) => look(variant.value));
    }
  };
  look(pattern);
  return [...lacking];
}

const TYPES = { string: 'string', number: 'number' };

/** The type of a message. */
export function typeOf(args) {
  const names = Object.keys(args).sort();
  if (names.length === 0) return 'string';
  return `(of: { ${names.map((name) => `${name}: ${TYPES[args[name]]}`).join('; ')} }) => string`;
}

/** French signs of two parts keep a narrow space that does not break; an apostrophe is a curved one. */
export function typeset(lang, text) {
  const curved = text.replace(/(\p{L})'(\p{L})/gu, '$1\u2019$2');
  return lang === 'fr' ? curved.replace(/[ \u00a0](?=[?!;])/g, '\u202f').replace(/ (?=:)/g, '\u00a0') : curved;
}

/** A message as an expression in code. */
export function code(lang, pattern, args) {
  const parts = pattern.elements.map((element) =>
    element.type === 'TextElement'
      ? JSON.stringify(typeset(lang, element.value))
      : expressed(lang, element.expression, args)
  );
  return parts.length === 1 ? parts[0] : parts.join(' + ');
}

function expressed(lang, expression, args) {
  switch (expression.type) {
    case 'StringLiteral':
      return JSON.stringify(expression.parse().value);
    case 'NumberLiteral':
      return JSON.stringify(expression.value);
    case 'VariableReference':
    case 'FunctionReference': {
      const name = argument(expression);
      return args[name] === 'number' ? `number(${JSON.stringify(lang)}, of.${name})` : `apart(of.${name})`;
    }
    case 'SelectExpression': {
      const name = argument(expression.selector);
      const variants = expression.variants.map(({ key, value }) => {
        const said = code(lang, value, args);
        return `${JSON.stringify(key.name ?? key.value)}: () => ${said}`;
      });
      const other = expression.variants.find((variant) => variant.default);
      const choose = isPlural(expression) ? `plural(${JSON.stringify(lang)}, of.${name}` : `choice(of.${name}`;
      return `${choose}, { ${variants.join(', ')} }, ${JSON.stringify(other.key.name ?? other.key.value)})`;
    }
    default:
      throw new Error(`a text uses ${expression.type}, which the app does not know`);
  }
}

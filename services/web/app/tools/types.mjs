// The TypeScript types of an operation: what it answers and what it takes.
import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  typeFromAST
} from 'graphql';

const SCALARS = { Int: 'number', Float: 'number', Boolean: 'boolean' };

const scalar = (name) => SCALARS[name] ?? 'string';

/** The types of the answer and of the variables, as text. */
export function typesOf(schema, operation, fragments) {
  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType()
  };
  const result = selected(schema, roots[operation.operation], [operation.selectionSet], fragments, '');
  const variables = (operation.variableDefinitions ?? []).map((definition) => {
    const type = typeFromAST(schema, definition.type);
    return field(definition.variable.name.value, type, Boolean(definition.defaultValue));
  });
  return { result, variables: variables.length ? `{ ${variables.join('; ')} }` : 'Record<string, never>' };
}

function field(name, type, hasDefault) {
  const must = isNonNullType(type) && !hasDefault;
  const inner = isNonNullType(type) ? type.ofType : type;
  return `${name}${must ? '' : '?'}: ${taken(inner)}${must ? '' : ' | null'}`;
}

/** The type of something that is sent. */
function taken(type) {
  if (isNonNullType(type)) return taken(type.ofType);
  if (isListType(type)) return `(${taken(type.ofType)})[]`;
  if (isEnumType(type)) return values(type);
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    if (type.isOneOf) {
      return fields.map((one) => `{ ${one.name}: ${taken(one.type)} }`).join(' | ');
    }
    return `{ ${fields.map((one) => field(one.name, one.type, one.defaultValue !== undefined)).join('; ')} }`;
  }
  return scalar(type.name);
}

const values = (type) => type.getValues().map(({ name }) => `'${name}'`).join(' | ');

/** The type of something that is answered. */
function answered(schema, type, sets, fragments, indent) {
  if (isNonNullType(type)) return bare(schema, type.ofType, sets, fragments, indent);
  return `${bare(schema, type, sets, fragments, indent)} | null`;
}

function bare(schema, type, sets, fragments, indent) {
  if (isListType(type)) return `(${answered(schema, type.ofType, sets, fragments, indent)})[]`;
  if (isEnumType(type)) return `(${values(type)})`;
  if (isObjectType(type) || isAbstractType(type)) return selected(schema, type, sets, fragments, indent);
  return scalar(getNamedType(type).name);
}

function selected(schema, type, sets, fragments, indent) {
  const shapes = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return shapes.map((shape) => shaped(schema, shape, sets, fragments, indent)).join(' | ');
}

function shaped(schema, type, sets, fragments, indent) {
  const fields = new Map();
  const collect = (set) => {
    for (const selection of set.selections) {
      if (selection.kind === 'Field') {
        const name = (selection.alias ?? selection.name).value;
        const known = fields.get(name) ?? fields.set(name, { field: selection.name.value, sets: [] }).get(name);
        if (selection.selectionSet) known.sets.push(selection.selectionSet);
      } else {
        const fragment = selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value) : selection;
        const on = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
        if (on === type || (isAbstractType(on) && schema.isSubType(on, type))) collect(fragment.selectionSet);
      }
    }
  };
  sets.forEach(collect);
  const deeper = `${indent}  `;
  const lines = [...fields].map(([name, { field: asked, sets: below }]) => {
    if (asked === '__typename') return `${deeper}${name}: '${type.name}';`;
    const definition = type.getFields()[asked];
    return `${deeper}${name}: ${answered(schema, definition.type, below, fragments, deeper)};`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

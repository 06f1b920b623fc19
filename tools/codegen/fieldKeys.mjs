import { isObjectType } from 'graphql';

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** codegen plugin: the union of `Type.field` keys, so that the resolver manifest cannot miss or invent one. */
export function plugin(schema) {
  const fields = (keep) =>
    Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__') && keep(type.name))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
      .sort();
  return [
    '/** Fields of the root types: each has a resolver. */',
    union(
      'RootFieldKey',
      fields((name) => ROOTS.includes(name)),
    ),
    '/** Fields of all other types: most are plain properties of their parent. */',
    union(
      'ObjectFieldKey',
      fields((name) => !ROOTS.includes(name)),
    ),
  ].join('\n');
}

function union(name, keys) {
  return `export type ${name} =\n${keys.map((key) => `  | '${key}'`).join('\n')};\n`;
}

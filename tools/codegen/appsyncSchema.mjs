import { getCachedDocumentNodeFromSchema } from '@graphql-codegen/plugin-helpers';
import { Kind, print } from 'graphql';

/**
 * codegen plugin: the schema in one file, as AppSync takes it. AppSync brings its own scalars and directives, so their
 * definitions are left out.
 */
export function plugin(schema) {
  const { definitions } = getCachedDocumentNodeFromSchema(schema);
  const ours = definitions.filter(
    (node) =>
      node.kind !== Kind.DIRECTIVE_DEFINITION &&
      !(node.kind === Kind.SCALAR_TYPE_DEFINITION && node.name.value.startsWith('AWS')),
  );
  return ours.map(print).join('\n\n').concat('\n');
}

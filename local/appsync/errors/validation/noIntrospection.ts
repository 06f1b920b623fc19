import { getNamedType, GraphQLError, type ValidationRule } from 'graphql';

/** Refuses what introspection reads, for an API whose `introspectionConfig` is DISABLED; `__typename` stays allowed. */
export const noIntrospection: ValidationRule = (context) => ({
  Field(node) {
    const parent = context.getParentType();
    if (parent === null || parent === undefined || !getNamedType(parent).name.startsWith('__')) return;
    if (node.name.value === '__typename') return;
    context.reportError(
      new GraphQLError(`Cannot query field "${node.name.value}" on type "${parent.name}".`, { nodes: [node] }),
    );
  },
});

import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { selectedFields } from '../execution/selection.ts';

type Fragments = GraphQLResolveInfo['fragments'];

/**
 * What a mutation publishes: what its selection set selected, by field name. Subscribers select by field name too, so an
 * alias of the mutation must not hide a field from them.
 */
export function byFieldName(value: unknown, field: FieldNode, fragments: Fragments): unknown {
  return hasAlias([field], fragments) ? rename(value, [field], fragments) : value;
}

function hasAlias(fields: readonly FieldNode[], fragments: Fragments): boolean {
  const inner = innerFields(fields, fragments);
  return inner.some(({ alias }) => alias !== undefined) || (inner.length > 0 && hasAlias(inner, fragments));
}

function rename(value: unknown, fields: readonly FieldNode[], fragments: Fragments): unknown {
  if (Array.isArray(value)) return value.map((element) => rename(element, fields, fragments));
  if (typeof value !== 'object' || value === null) return value;
  const renamed: Record<string, unknown> = {};
  const inner = innerFields(fields, fragments);
  for (const key in value) {
    const nodes = inner.filter((node) => (node.alias ?? node.name).value === key);
    const [first] = nodes;
    if (first !== undefined)
      renamed[first.name.value] = rename((value as Record<string, unknown>)[key], nodes, fragments);
  }
  return renamed;
}

function innerFields(fields: readonly FieldNode[], fragments: Fragments): FieldNode[] {
  return selectedFields(
    fields.map(({ selectionSet }) => selectionSet),
    fragments,
  );
}

import {
  getNamedType,
  isCompositeType,
  Kind,
  print,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';

type Fragments = { readonly [name: string]: FragmentDefinitionNode };
/** `ctx.info`'s view of what was selected. */
export type Selection = { selectionSetList: string[]; selectionSetGraphQL: string };

const remembered = new WeakMap<FieldNode, Selection>();

/**
 * `selectionSetList`: paths of all fields below this one, by alias where there is one, fragments spread out.
 * `selectionSetGraphQL`: the selection as text, fragments left as they are.
 * Source: AppSync developer guide, "Resolver context object reference", Info. Fields under `@skip` and `@include` are in
 * both whatever the condition says, which is not verified.
 */
export function selectionOf({
  fieldNodes,
  fragments,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): Selection {
  const [first] = fieldNodes as readonly [FieldNode];
  if (fieldNodes.length > 1) return describe(fieldNodes, fragments);
  let selection = remembered.get(first);
  if (selection === undefined) {
    selection = describe(fieldNodes, fragments);
    remembered.set(first, selection);
  }
  return selection;
}

function describe(nodes: readonly FieldNode[], fragments: Fragments): Selection {
  const paths = new Set<string>();
  for (const node of nodes) listPaths(node.selectionSet, '', fragments, paths);
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const text = sets.length === 0 ? '' : print({ kind: Kind.SELECTION_SET, selections: sets });
  return { selectionSetList: [...paths], selectionSetGraphQL: text };
}

function listPaths(set: SelectionSetNode | undefined, prefix: string, fragments: Fragments, paths: Set<string>): void {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      const path = prefix + (selection.alias ?? selection.name).value;
      paths.add(path);
      listPaths(selection.selectionSet, `${path}/`, fragments, paths);
    } else {
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      listPaths(inner?.selectionSet, prefix, fragments, paths);
    }
  }
}

/** A document's fragments by name. */
export function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** The fields selected directly in these sets, fragments spread out. */
export function selectedFields(sets: readonly (SelectionSetNode | undefined)[], fragments: Fragments): FieldNode[] {
  return sets.flatMap((set) =>
    (set?.selections ?? []).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      return selectedFields([inner?.selectionSet], fragments);
    }),
  );
}

/** `data` of an error as the client may see it: only what the field's selection set selected. */
export function filterBySelection(
  data: unknown,
  info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'returnType'>,
): unknown {
  if (!isCompositeType(getNamedType(info.returnType))) return data ?? null;
  return keepSelected(
    data,
    info.fieldNodes.map(({ selectionSet }) => selectionSet),
    info.fragments,
  );
}

function keepSelected(data: unknown, sets: readonly (SelectionSetNode | undefined)[], fragments: Fragments): unknown {
  if (Array.isArray(data)) return data.map((element) => keepSelected(element, sets, fragments));
  if (typeof data !== 'object' || data === null) return null;
  const kept: Record<string, unknown> = {};
  for (const field of selectedFields(sets, fragments)) {
    const name = field.name.value;
    const value = (data as Record<string, unknown>)[name];
    if (value === undefined) continue;
    kept[name] = field.selectionSet === undefined ? value : keepSelected(value, [field.selectionSet], fragments);
  }
  return kept;
}

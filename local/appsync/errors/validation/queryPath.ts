import { Kind, visit, type ASTNode, type DocumentNode } from 'graphql';

/** graphql-java's `@ 'a/b'`: the fields around a node, from its operation or (named first) its fragment. */
export function queryPathOf(document: DocumentNode, wanted: ASTNode | undefined): string | null {
  const names: string[] = [];
  let found: string | null = null;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD || node.kind === Kind.FRAGMENT_DEFINITION) names.push(node.name.value);
      if (node === wanted) found = names.join('/');
    },
    leave(node) {
      if (node.kind === Kind.FIELD || node.kind === Kind.FRAGMENT_DEFINITION) names.pop();
    },
  });
  return found === '' ? null : found;
}

/**
 * Tarjan's algorithm: for each node the nodes that it can reach and that can reach it, itself included.
 * @param edges every node is a key
 */
export function stronglyConnected<T>(edges: ReadonlyMap<T, ReadonlySet<T>>): Map<T, T[]> {
  const groups = new Map<T, T[]>();
  const index = new Map<T, number>();
  const stack: T[] = [];

  const visit = (node: T): number => {
    let lowest = index.size;
    index.set(node, lowest);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!index.has(next)) lowest = Math.min(lowest, visit(next));
      else if (!groups.has(next)) lowest = Math.min(lowest, index.get(next) ?? lowest);
    }
    if (lowest === index.get(node)) {
      const group = stack.splice(stack.indexOf(node));
      for (const member of group) groups.set(member, group);
    }
    return lowest;
  };

  for (const node of edges.keys()) if (!index.has(node)) visit(node);
  return groups;
}

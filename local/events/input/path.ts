/** A path that is not one of those EventBridge knows. */
class PathError extends Error {
  override name = 'PathError';
}

/**
 * Reads `$`, `$.detail.a`, `$.resources[0]` or `$.detail['a b']`: the paths of `InputPath` and `InputPathsMap`.
 * @returns what finds the value in an event; undefined where there is none
 * @throws {PathError} for anything else, such as wildcards and slices
 */
export function compilePath(path: string): (event: unknown) => unknown {
  const step = /\.([\w-]+)|\[(\d+)\]|\['([^']+)'\]/y;
  const keys: (string | number)[] = [];
  if (!path.startsWith('$')) throw new PathError(`${path} does not begin with $`);
  step.lastIndex = 1;
  while (step.lastIndex < path.length) {
    const from = step.lastIndex;
    const [found, name, index, quoted] = step.exec(path) ?? [];
    if (found === undefined) throw new PathError(`${path} is not understood from ${path.slice(from)} on`);
    keys.push(index === undefined ? (name ?? quoted ?? '') : Number(index));
  }
  return (event) =>
    keys.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | null)?.[key], event);
}

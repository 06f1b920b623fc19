import { TemplateError } from '../templateError.ts';

/**
 * Puts names in an order in which each comes after all it needs; otherwise the given order is kept.
 * @param needs what a name needs; names that are not in `names` are not followed
 * @throws {TemplateError} naming the circle, when there is one
 */
export function inOrder(names: string[], needs: (name: string) => Iterable<string>): string[] {
  const known = new Set(names);
  const done = new Set<string>();
  const visit = (name: string, path: string[]): void => {
    if (done.has(name) || !known.has(name)) return;
    if (path.includes(name)) {
      throw new TemplateError(`circular dependency: ${[...path.slice(path.indexOf(name)), name].join(' -> ')}`);
    }
    for (const needed of needs(name)) visit(needed, [...path, name]);
    done.add(name);
  };
  for (const name of names) visit(name, []);
  return [...done];
}

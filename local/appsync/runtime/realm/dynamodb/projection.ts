import { entries, isArray, Failure } from '../intrinsics.ts';

export type Projection = { expression: string; expressionNames: Record<string, string> };

/**
 * A list of attribute paths as a projection expression. Reported of AWS: each segment of a path gets an alias,
 * numbered as they come, and a segment that comes again keeps its alias. List indexes stay outside the alias.
 */
export function projectionExpression(paths: unknown, of: string): Projection | undefined {
  if (paths === undefined || paths === null) return undefined;
  if (!isArray(paths) || paths.length === 0) throw new Failure(`${of}: "projection" takes a list of attribute paths`);
  const aliases: Record<string, string> = {};
  let count = 0;
  const aliased = (segment: string): string => {
    const bracket = segment.indexOf('[');
    const name = bracket === -1 ? segment : segment.slice(0, bracket);
    if (!aliases[name]) {
      count += 1;
      aliases[name] = `#expName_${count}`;
    }
    return aliases[name] + segment.slice(name.length);
  };
  const expressions: string[] = [];
  for (const path of paths as string[]) {
    const segments: string[] = [];
    for (const segment of path.split('.')) segments.push(aliased(segment));
    expressions.push(segments.join('.'));
  }
  const expressionNames: Record<string, string> = {};
  for (const [name, alias] of entries(aliases)) expressionNames[alias] = name;
  return { expression: expressions.join(', '), expressionNames };
}

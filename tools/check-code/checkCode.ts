import fs from 'node:fs';
import path from 'node:path';
import { checkBundles } from './bundles.ts';
import { type Finding, inOrder } from './finding.ts';
import { findHandlers } from './handlers.ts';
import { inspectSources } from './inspect.ts';
import { findSourceFiles } from './sourceFiles.ts';

/**
 * Everything in `root` that AppSync would refuse or get wrong: in the sources, and in the bundle of each handler.
 * @param root the repository
 * @throws esbuild's BuildFailure when a handler cannot be bundled
 */
export async function checkCode(root: string): Promise<Finding[]> {
  const sources = findSourceFiles(path.resolve(root));
  const texts = new Map(sources.all.map((file) => [file, fs.readFileSync(file, 'utf8')]));
  const { handlers, findings } = findHandlers(sources);
  const inSources = [...findings, ...inspectSources(texts)].map((each) => ({ ...each, severity: 'error' as const }));
  const inBundles = checkBundles(handlers);
  const seen = new Set(inSources.map(placeOf));
  // What the source already shows needs no second line.
  const more = inBundles.filter((each) => !seen.has(placeOf(each)));
  return inOrder([...inSources, ...more].map((each) => ({ ...each, file: relative(root, each.file) })));
}

function placeOf({ file, line, rule }: { file: string; line: number; rule: string }): string {
  return `${file}:${line} ${rule}`;
}

function relative(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/');
}

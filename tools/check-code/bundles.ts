import { SourceMap } from 'node:module';
import path from 'node:path';
import { bundleAppsync, MAX_BUNDLE_CHARACTERS } from '../appsync-bundle/bundle.ts';
import type { Finding } from './finding.ts';
import { inspectBundles } from './inspect.ts';
import type { RawFinding } from './nets/net.ts';

/** esbuild names sources relative to the repository that bundle.ts lies in. */
const BUNDLER_ROOT = path.resolve(import.meta.dirname, '../..');
const WARN_ABOVE = 0.8;

type Bundle = { entry: string; code: string; map: SourceMap };
type Located = Omit<Finding, 'file'> & { /** Absolute. */ file: string };

/** Bundles each handler, and looks at the bundle as AppSync would get it. @param handlers absolute paths */
export function checkBundles(handlers: string[]): Located[] {
  const bundles = new Map(handlers.map((entry) => [`${entry}.bundle.js`, makeBundle(entry)]));
  const texts = new Map([...bundles].map(([file, { code }]) => [file, code]));
  const sizes = [...bundles.values()].flatMap((bundle) => sizeFinding(bundle.entry, bundle.code.length));
  const illegal = inspectBundles(texts).flatMap((finding) => {
    const bundle = bundles.get(finding.file);
    return bundle ? [toSource(finding, bundle)] : [];
  });
  return [...sizes, ...illegal];
}

function makeBundle(entry: string): Bundle {
  const { code, map } = bundleAppsync(entry, { map: true });
  return { entry, code, map: new SourceMap(JSON.parse(map ?? '{}')) };
}

/** @param characters of the bundle of `entry` */
export function sizeFinding(entry: string, characters: number): Located[] {
  const share = characters / MAX_BUNDLE_CHARACTERS;
  if (share <= WARN_ABOVE) return [];
  const advice = 'Move a step to a function of its own, or constants to where they are used.';
  const message = `The bundle has ${characters} of the ${MAX_BUNDLE_CHARACTERS} characters that AppSync takes. ${advice}`;
  return [{ file: entry, line: 1, column: 1, rule: 'bundle-size', message, severity: share > 1 ? 'error' : 'warning' }];
}

/** Back to the line a person wrote; lines that esbuild added have none. */
function toSource(finding: RawFinding, { entry, map }: Bundle): Located {
  const origin = map.findEntry(finding.line - 1, finding.column - 1);
  const where =
    'originalSource' in origin
      ? {
          file: path.resolve(BUNDLER_ROOT, origin.originalSource),
          line: origin.originalLine + 1,
          column: origin.originalColumn + 1,
        }
      : { file: entry, line: 1, column: 1 };
  return { ...where, rule: finding.rule, message: `${finding.message} (in the bundle)`, severity: 'error' };
}

import path from 'node:path';
import { buildSync } from 'esbuild';

/** AppSync's limit on the code of one resolver or function, in characters. */
export const MAX_BUNDLE_CHARACTERS = 32_768;

export type BundleOptions = {
  /** Also gives the source map, which is never part of `code`: it would count against AppSync's limit. */
  map?: boolean;
};

/**
 * One resolver or function file as AppSync takes it: a single ES module that exports `request` and `response` and imports
 * nothing but AppSync's own modules. Infra deploys exactly this and check-code checks exactly this.
 *
 * ES2022 is what esbuild may leave as it is. A lower target would rewrite `??`, `?.` and spread, all of which AppSync
 * has, with hoisted variables and helper functions, some of which AppSync does not have.
 * @param entry path of the file
 * @throws esbuild's BuildFailure when the file does not parse or an import cannot be found
 */
export function bundleAppsync(entry: string, options: BundleOptions = {}): { code: string; map?: string } {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    // The names of source files stand in source maps: relative, so that every machine makes the same.
    absWorkingDir: path.resolve(import.meta.dirname, '../..'),
    outfile: 'resolver.js',
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    external: ['@aws-appsync/utils', '@aws-appsync/utils/*'],
    treeShaking: true,
    // Half of the characters; names stay, so that messages still tell where.
    minifyWhitespace: true,
    legalComments: 'none',
    charset: 'utf8',
    sourcemap: options.map ? 'external' : false,
    // tsconfig.json is for Node; nothing of it may change what is deployed.
    tsconfigRaw: '{}',
    logLevel: 'silent',
  });
  const text = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))?.text;
  return { code: text('.js') ?? '', ...(options.map && { map: text('.js.map') }) };
}

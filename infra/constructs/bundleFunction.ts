import path from 'node:path';
import { buildSync } from 'esbuild';
import { temporaryFolder } from './temporaryFolder.ts';

/** What bundled CommonJS packages need inside an ES module. */
const REQUIRE = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/** Bundles a handler as one ES module, in a folder of its own whose path is returned. */
export function bundleFunction(entry: string): string {
  const folder = temporaryFolder();
  buildSync({
    entryPoints: [entry],
    outfile: path.join(folder, `${path.basename(entry, '.ts')}.mjs`),
    bundle: true,
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    banner: { js: REQUIRE },
    logLevel: 'error',
  });
  return folder;
}

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ENTRY = fileURLToPath(new URL('../bootstrap/main.ts', import.meta.url));

let code: Promise<string> | undefined;

/**
 * The bootstrap as one piece of JavaScript, made once for this process. Node runs its sources as they are too, but strips
 * their types anew in each process: a cold start took 95 ms so, and takes 57 ms like this.
 */
export function bootstrapCode(): Promise<string> {
  code ??= build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    minifyWhitespace: true,
  }).then((result) => result.outputFiles[0]?.text ?? '');
  return code;
}

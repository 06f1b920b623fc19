import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { guard } from '../../engines/guardian.ts';
import { contentHash } from './contentHash.ts';
import { pruneAssemblies } from './pruneAssemblies.ts';

/** What the CDK app is made from. */
const sources = [
  'infra',
  'resolvers',
  'functions',
  'core',
  'schema',
  'generated',
  'tools/appsync-bundle',
  'cdk.json',
  'cdk.context.json',
  'package-lock.json',
];

const APP = 'infra/bin/app.ts';
const TIMEOUT_MS = 180_000;

/** Where all that a failing app printed is kept. */
const FAILURE_LOG = '.local/synthesis.log';

/** The CDK app could not be synthesized. The message is one line. */
class SynthesisError extends Error {
  override name = 'SynthesisError';
}

/**
 * Synthesizes the CDK app and returns the folder of its cloud assembly. The same sources give the same folder, with no
 * second run, on the same day: what a template says of time (an API key's end) is never older than that.
 *
 * @param root the repository
 * @throws {SynthesisError}
 */
export async function synthesize(root: string): Promise<string> {
  if (!existsSync(join(root, APP))) throw new SynthesisError(`there is no CDK app at ${APP}`);
  const today = new Date().toISOString().slice(0, 10);
  const cache = join(root, '.local', 'assemblies');
  const folder = join(cache, `${today}-${contentHash(root, sources).slice(0, 24)}`);
  if (existsSync(join(folder, 'manifest.json'))) {
    utimesSync(folder, new Date(), new Date());
    return folder;
  }
  mkdirSync(cache, { recursive: true });
  pruneAssemblies(cache);
  const fresh = mkdtempSync(join(cache, 'new-'));
  try {
    await runApp(root, fresh);
    moveInto(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** Another process may have put the same assembly there in the meantime: then that one is as good. */
function moveInto(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'manifest.json'))) throw error;
  }
}

/** In a process of its own: the CDK would leave hundreds of MB behind in this one. */
function runApp(root: string, outdir: string): Promise<void> {
  const env = {
    ...process.env,
    CDK_OUTDIR: outdir,
    CDK_CONTEXT_JSON: JSON.stringify(context(root)),
    CDK_DEFAULT_ACCOUNT: '000000000000',
    CDK_DEFAULT_REGION: process.env.CDK_DEFAULT_REGION ?? 'us-west-2',
  };
  return new Promise((resolve, reject) => {
    const options = { cwd: root, env, timeout: TIMEOUT_MS, killSignal: 'SIGKILL' as const, maxBuffer: 64 * 2 ** 20 };
    const child = execFile(process.execPath, [APP], options, (error, stdout, stderr) => {
      if (error === null) return resolve();
      const why = error.killed === true ? `took over ${TIMEOUT_MS / 1000} s` : explain(stderr);
      writeFileSync(join(root, FAILURE_LOG), `${stdout}${stderr}`);
      reject(new SynthesisError(`the CDK app (${APP}) failed: ${why} (all it printed is in ${FAILURE_LOG})`));
    });
    guard(child);
  });
}

/** The context that the CDK command line would give the app: the project's own, and construct paths in the templates. */
function context(root: string): Record<string, unknown> {
  const read = (name: string): Record<string, unknown> =>
    existsSync(join(root, name)) ? JSON.parse(readFileSync(join(root, name), 'utf8')) : {};
  return {
    ...(read('cdk.json').context as Record<string, unknown> | undefined),
    ...read('cdk.context.json'),
    'aws:cdk:enable-path-metadata': true,
    'aws:cdk:disable-version-reporting': true,
  };
}

/** The line that says what went wrong, out of a stack trace. */
function explain(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => /^[\w.]*(Error|Exception)\b/.test(line)) ?? lines.find((line) => line !== '') ?? 'no message'
  );
}

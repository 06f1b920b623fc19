import { say } from '../report.mjs';
import { run, excerpt } from '../run.mjs';
import { unpackPrivately } from './unpack.mjs';

const INSTALL_TIMEOUT_MS = 10 * 60_000;
const QUESTION_TIMEOUT_MS = 30_000;

/**
 * Installs an engine where that is possible without asking for a password.
 * @param {import('./engines.mjs').Engine} engine
 * @returns {Promise<string | null>} why not, in words; null when the package manager said it went well
 */
export async function installEngine(engine) {
  if (process.platform === 'darwin') return installWithBrew(engine);
  if (process.platform === 'linux' && (await succeeds('apt-get', ['--version']))) {
    return engine.unpack ? unpackPrivately(engine.name, engine.unpack) : installWithApt(engine);
  }
  return 'There is no package manager here that this set-up knows.';
}

/** @param {import('./engines.mjs').Engine} engine */
async function installWithBrew(engine) {
  if (!(await succeeds('brew', ['--version']))) return 'Homebrew is not installed.';
  return install(`brew install ${engine.brew}`, 'brew', ['install', engine.brew]);
}

/** @param {import('./engines.mjs').Engine} engine */
async function installWithApt(engine) {
  const asRoot = await rootPrefix();
  if (!asRoot) return 'Installing it takes root or a sudo without password.';
  const [program, ...before] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q'];
  // Another apt may be at work: wait for it.
  const options = ['-o', 'DPkg::Lock::Timeout=300'];
  say('updating the package lists (apt-get update)');
  // Its failure is not the end: one unreachable source fails it, and the lists at hand may do.
  const update = await run(program, [...before, ...options, 'update'], { timeoutMs: INSTALL_TIMEOUT_MS });
  const name = await firstAvailable(engine.apt ?? []);
  if (!name)
    return `apt has none of ${(engine.apt ?? []).join(', ')}.\n${update.code === 0 ? '' : excerpt(update.output)}\n`;
  const args = [...before, ...options, 'install', '-y', '--no-install-recommends', name];
  return install(`apt-get install ${name}`, program, args);
}

/** @param {string} shown @param {string} program @param {string[]} args */
async function install(shown, program, args) {
  say(shown);
  const { code, output } = await run(program, args, { timeoutMs: INSTALL_TIMEOUT_MS });
  return code === 0 ? null : `${shown} failed (exit code ${code}).\n${excerpt(output)}\n`;
}

/** @returns {Promise<string[] | null>} what to put before a command so that root runs it; null when that is impossible */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return (await succeeds('sudo', ['-n', 'true'])) ? ['sudo', '-n'] : null;
}

/** @param {string[]} names */
async function firstAvailable(names) {
  for (const name of names) {
    // LC_ALL: hasCandidate reads English.
    const env = { ...process.env, LC_ALL: 'C' };
    const { code, output } = await run('apt-cache', ['policy', name], { timeoutMs: QUESTION_TIMEOUT_MS, env });
    if (code === 0 && hasCandidate(output)) return name;
  }
  return null;
}

/** @param {string} policy what `apt-cache policy <name>` writes; nothing for an unknown name */
export function hasCandidate(policy) {
  const candidate = /^\s*Candidate:\s*(\S+)/m.exec(policy);
  return candidate !== null && candidate[1] !== '(none)';
}

/** @param {string} program @param {string[]} args */
async function succeeds(program, args) {
  return (await run(program, args, { timeoutMs: QUESTION_TIMEOUT_MS })).code === 0;
}

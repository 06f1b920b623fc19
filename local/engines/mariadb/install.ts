import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { guard } from '../guardian.ts';
import { EngineStartError } from '../process/errors.ts';
import { lastLines } from '../process/lastLines.ts';
import { exitText } from '../process/waitUntilReady.ts';
import type { Program } from '../process/program.ts';
import { stopProcess } from '../stopProcess.ts';
import { baseFolder } from './programs.ts';

const INSTALL_TIMEOUT_MS = 60_000;

/**
 * Makes a data folder with MariaDB's system tables, unless it is there. It is made aside and renamed, so that an
 * interrupted start leaves no half of one.
 * @throws {EngineStartError}
 */
export async function installDatabase(program: Program, dataFolder: string, settings: string[]): Promise<void> {
  if (existsSync(dataFolder)) return;
  const aside = `${dataFolder}.new`;
  rmSync(aside, { recursive: true, force: true });
  const args = [
    '--no-defaults',
    ...baseFolder(program),
    `--datadir=${aside}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    // Otherwise it looks up this machine's own name.
    '--skip-name-resolve',
    '--force',
    ...settings,
  ];
  const child = spawn(program.path, args, { env: program.env, stdio: ['ignore', 'pipe', 'pipe'] });
  guard(child);
  const lines = lastLines(child);
  const ended = await endOf(child);
  if (ended !== 'status 0') {
    throw new EngineStartError(`MariaDB could not make its data folder (${ended}). ${lines.join('\n')}`);
  }
  renameSync(aside, dataFolder);
}

async function endOf(child: ChildProcess): Promise<string> {
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const late = setTimeout(() => void stopProcess(child), INSTALL_TIMEOUT_MS);
  try {
    const [code, signal] = await closed;
    return exitText(code, signal);
  } catch (error) {
    return (error as Error).message;
  } finally {
    clearTimeout(late);
  }
}

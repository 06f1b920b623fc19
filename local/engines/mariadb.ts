import { join } from 'node:path';
import { accountArguments } from './mariadb/account.ts';
import { newAdministrator, writeInitFile } from './mariadb/administrator.ts';
import { askMariaDb, type MariaDbAddress } from './mariadb/ask.ts';
import { existingMySql } from './mariadb/existing.ts';
import { installDatabase } from './mariadb/install.ts';
import { baseFolder, INSTALL_MARIADB, mariaDbPrograms } from './mariadb/programs.ts';
import { serverSettings, storageSettings } from './mariadb/settings.ts';
import { engineFolder } from './process/engineFolder.ts';
import { explainStart } from './process/explain.ts';
import { named, type NamedEngine } from './process/namedEngine.ts';
import { type ReservedPort, reservePort } from './process/reservePort.ts';
import { type RunningEngine, startEngine } from './process/startEngine.ts';

export type MariaDbOptions = {
  /** A folder (made when missing) whose data survives; null takes one that goes away with the engine. */
  dataFolder: string | null;
  /** The port it must have; a free one by default. */
  port?: ReservedPort;
  /** More system variables, e.g. `max_connections`. */
  parameters?: Record<string, string>;
  /** Gets what the engine prints, line by line. */
  log?(line: string): void;
  /** Called with one line when the engine ends without having been told to. */
  onExit?(line: string): void;
  /** How long the engine may take until it answers; default 30,000 ms. */
  startTimeoutMs?: number;
};

/** `user` may do everything there. `restart` brings it back with its data. */
export type MariaDbEngine = (RunningEngine | NamedEngine) & MariaDbAddress & { url: string };

/**
 * Starts a MariaDB of our own on the loopback interface, or takes the MySQL that `MYSQL_URL` names.
 * @throws {EngineMissingError} there is no mariadbd
 * @throws {EngineStartError} it does not start, or the named one does not let us in
 */
export async function startMariaDb(options: MariaDbOptions): Promise<MariaDbEngine> {
  const url = process.env.MYSQL_URL;
  if (url !== undefined && url !== '') {
    const address = await existingMySql(url);
    return describe(named('MYSQL_URL', address.port), address);
  }
  return startOwn(options);
}

function describe(engine: RunningEngine | NamedEngine, address: MariaDbAddress): MariaDbEngine {
  const { host, port, user, password } = address;
  const url = `mysql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}`;
  return Object.assign(engine, { url, host, user, password });
}

async function startOwn(options: MariaDbOptions): Promise<MariaDbEngine> {
  const { parameters = {}, startTimeoutMs = 30_000, log, onExit } = options;
  const programs = mariaDbPrograms();
  const { folder, remove } = engineFolder('mariadb', options.dataFolder);
  const account = accountArguments(folder, programs.server.prefix === null ? [] : [programs.server.prefix]);
  const initFile = join(folder, 'init.sql');
  const signIn = { host: '127.0.0.1', ...newAdministrator() };
  const common = ['--no-defaults', ...baseFolder(programs.server), ...account];
  const more = Object.entries(parameters).map(([name, value]) => `--${name.replaceAll('_', '-')}=${value}`);
  try {
    await installDatabase(programs.install, join(folder, 'data'), [...account, ...storageSettings]);
  } catch (error) {
    remove();
    throw error;
  }
  const reserved = options.port ?? (await reservePort());
  await reserved.release();
  const engine = await startEngine(
    {
      name: 'MariaDB',
      command: (port) => {
        writeInitFile(initFile, signIn);
        const args = [...common, ...serverSettings({ port, folder, initFile }), ...more];
        return { program: programs.server.path, env: programs.server.env, args };
      },
      answers: (port) => answers({ ...signIn, port }),
      explain: (outcome, lines) =>
        explainStart({ name: 'MariaDB', program: programs.server.path, install: INSTALL_MARIADB }, outcome, lines),
      cleanUp: remove,
      startTimeoutMs,
      log,
      onExit,
    },
    reserved.port,
  );
  return describe(engine, { ...signIn, port: engine.port });
}

async function answers(address: MariaDbAddress): Promise<boolean> {
  try {
    await askMariaDb(address, (connection) => connection.ping());
    return true;
  } catch {
    return false; // Not listening yet; the caller goes on until the process ends or time is up.
  }
}

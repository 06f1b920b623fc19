import { EngineStartError } from '../process/errors.ts';
import { askMariaDb, type MariaDbAddress } from './ask.ts';

/**
 * A MySQL or MariaDB that runs already, as `MYSQL_URL` names it: `mysql://user:password@host:port`. The user must be
 * allowed to make databases and users.
 * @throws {EngineStartError} as {@link mySqlAddress}, and for a server that does not let us in
 */
export async function existingMySql(url: string): Promise<MariaDbAddress> {
  const address = mySqlAddress(url);
  await askMariaDb(address, (connection) => connection.ping()).catch((cause: Error) => {
    throw new EngineStartError(
      `The database that MYSQL_URL names (${address.host}:${address.port}) cannot be used: ${cause.message}`,
      { cause },
    );
  });
  return address;
}

/** @throws {EngineStartError} for a URL that is none */
export function mySqlAddress(url: string): MariaDbAddress {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (
    parsed === null ||
    !/^(mysql|mariadb):$/.test(parsed.protocol) ||
    parsed.hostname === '' ||
    parsed.username === ''
  )
    throw new EngineStartError('MYSQL_URL must read mysql://user:password@host:port.');
  return {
    host: parsed.hostname,
    port: Number(parsed.port || 3306),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
  };
}

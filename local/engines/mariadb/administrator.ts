import { randomBytes } from 'node:crypto';
import { chownSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const ADMINISTRATOR = 'keyrack';

/** The account that the local cloud manages an engine with; its password is a fresh one. */
export const newAdministrator = (): { user: string; password: string } => ({
  user: ADMINISTRATOR,
  password: randomBytes(18).toString('base64url'),
});

/**
 * Writes the statements that the server carries out before it listens: the administrator may do everything, and nobody
 * comes in without a password (a new data folder has several such accounts).
 */
export function writeInitFile(file: string, { user, password }: { user: string; password: string }): void {
  const account = `'${user}'@'127.0.0.1'`;
  const statements = [
    "DELETE FROM mysql.global_priv WHERE User IN ('', 'root');",
    'FLUSH PRIVILEGES;',
    `CREATE OR REPLACE USER ${account} IDENTIFIED BY '${password}';`,
    `GRANT ALL ON *.* TO ${account} WITH GRANT OPTION;`,
  ];
  writeFileSync(file, `${statements.join('\n')}\n`, { mode: 0o600 });
  // The server may run under another account, to which the folder belongs.
  const { uid, gid } = statSync(dirname(file));
  chownSync(file, uid, gid);
}

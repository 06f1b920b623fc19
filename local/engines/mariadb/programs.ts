import { EngineMissingError } from '../process/errors.ts';
import { findProgram, type Program } from '../process/program.ts';

export const INSTALL_MARIADB =
  'MariaDB 10.6 or newer must be installed (Debian, Ubuntu: apt-get install mariadb-server; macOS: brew install mariadb), or MYSQL_URL name a running one.';

/** The server and what makes it a new data folder. @throws {EngineMissingError} */
export function mariaDbPrograms(): { server: Program; install: Program } {
  const server = findProgram('mariadb', ['mariadbd']);
  const install = findProgram('mariadb', ['mariadb-install-db']);
  if (server === null || install === null) {
    throw new EngineMissingError(
      `There is no ${server === null ? 'mariadbd' : 'mariadb-install-db'} here. ${INSTALL_MARIADB}`,
    );
  }
  return { server, install };
}

/** A private installation lies elsewhere than where it was built for. */
export const baseFolder = ({ prefix }: Program): string[] => (prefix === null ? [] : [`--basedir=${prefix}`]);

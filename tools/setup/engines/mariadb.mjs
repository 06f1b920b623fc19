import { findServer } from './server.mjs';

/** It stands for Aurora MySQL. @type {import('./engines.mjs').Engine} */
export const mariadb = {
  name: 'mariadb',
  what: 'MariaDB 10.6 or newer (for the audit history)',
  find: () =>
    findServer('mariadb', {
      names: ['mariadbd'],
      needs: ['mariadb-install-db'],
      version: /Ver (\d+)\.(\d+)/,
      least: [10, 6],
    }),
  elsewhere: 'MYSQL_URL',
  // The client's package has a program that mariadb-install-db calls.
  unpack: [['mariadb-server-core', 'mariadb-client-core']],
  brew: 'mariadb',
  byHand:
    'Install it (Debian, Ubuntu: sudo apt-get install mariadb-server; Fedora: sudo dnf install mariadb-server; ' +
    'macOS: brew install mariadb), or name a running one by MYSQL_URL=mysql://user:password@host:port, and try again.',
  optional: ['start'],
  without: 'rooms are sold, but no audit history is written',
};

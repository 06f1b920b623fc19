/** Settings that the data folder is made with too. */
export const storageSettings: readonly string[] = [
  '--innodb-log-file-size=16M',
  '--innodb-log-buffer-size=4M',
  '--innodb-buffer-pool-size=64M',
];

/**
 * How the server runs: on loopback only, small, and with the character set, time zone and SQL mode that Aurora MySQL 3
 * starts with, as far as MariaDB knows them (it has no utf8mb4_0900_ai_ci).
 */
export function serverSettings(place: { port: number; folder: string; initFile: string }): string[] {
  const { port, folder, initFile } = place;
  return [
    ...storageSettings,
    `--datadir=${folder}/data`,
    `--pid-file=${folder}/mariadbd.pid`,
    `--init-file=${initFile}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    // TCP only: a socket's path may be too long for the system.
    '--socket=',
    '--skip-name-resolve',
    // A transaction is with the operating system when it commits: it survives the end of this process.
    '--innodb-flush-log-at-trx-commit=2',
    '--innodb-data-file-path=ibdata1:12M:autoextend',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_520_ci',
    '--default-time-zone=+00:00',
    '--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
  ];
}

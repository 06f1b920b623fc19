import { createPool, type Pool } from 'mysql2/promise';
import { environment } from '../environment.ts';
import { readSecret } from '../readSecret.ts';
import { tlsFor } from '../tlsFor.ts';

const CONNECT_MS = 3_000;
const MOST_CONNECTIONS = 4;

type DatabaseSecret = { username: string; password: string };

let opened: Promise<Pool> | undefined;

/** Connections to the audit history, opened once for a function's life; UTC, prepared statements. @throws when the secret can't be read */
export function auditPool(): Promise<Pool> {
  opened ??= open();
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

async function open(): Promise<Pool> {
  const { host, port, database, secret } = environment({
    host: 'AURORA_HOST',
    port: 'AURORA_PORT',
    database: 'AURORA_DATABASE',
    secret: 'AURORA_SECRET_ARN',
  });
  const { username, password } = JSON.parse(await readSecret(secret)) as DatabaseSecret;
  return createPool({
    host,
    port: Number(port),
    database,
    user: username,
    password,
    ssl: tlsFor(host) && 'Amazon RDS',
    connectTimeout: CONNECT_MS,
    connectionLimit: MOST_CONNECTIONS,
    timezone: 'Z',
    dateStrings: true,
    enableKeepAlive: true,
  });
}

import { expect, it } from 'vitest';
import { databaseFault } from './databaseFault.ts';

const error = (errno: number, sqlState: string) => Object.assign(new Error('refused'), { errno, sqlState });

it.each([
  ['a key that is there', error(1062, '23000'), 'duplicate'],
  ['a deadlock', error(1213, '40001'), 'clash'],
  ['a lock that took too long', error(1205, 'HY000'), 'clash'],
  ['a text too long', error(1406, '22001'), 'value'],
  ['no date', error(1292, '22007'), 'value'],
  ['nothing where something is due', error(1048, '23000'), 'value'],
  ['no JSON for MariaDB', error(4025, '23000'), 'value'],
  ['a missing table', error(1146, '42S02'), null],
  ['a read-only replica after a failover', error(1290, 'HY000'), null],
  ['no connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), null],
])('%s is told apart', (_, fault, expected) => {
  expect(databaseFault(fault)).toBe(expected);
});

import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it, vi } from 'vitest';
import type { documents as Documents } from '../../../functions/shared/dynamodb/documentClient.ts';
import type { getItem as GetItem } from '../../../functions/shared/dynamodb/getItem.ts';
import { actAsFunction } from '../../support/cloud/asFunction.ts';
import { cloud } from '../../support/cloud/cloud.ts';

let documents: typeof Documents;
let getItem: typeof GetItem;
beforeAll(async () => {
  actAsFunction();
  ({ documents } = await import('../../../functions/shared/dynamodb/documentClient.ts'));
  ({ getItem } = await import('../../../functions/shared/dynamodb/getItem.ts'));
});

it('reads what is asked for at once in calls of a hundred, of any tables, each item once', async () => {
  const { Catalog, Operations } = cloud.tables;
  const property_id = `together-${randomUUID()}`;
  const keys = Array.from({ length: 120 }, (_, at) => ({ property_id, sk: `ROOM#${at}` }));
  const state = { pk: property_id, sk: 'STATE' };
  const written = keys.slice(0, 110).map((key, at) => documents.send(put(Catalog, { ...key, version: at })));
  await Promise.all([...written, documents.send(put(Operations, state))]);

  const calls = vi.spyOn(documents, 'send');
  const found = await Promise.all([
    ...keys.map((key) => getItem(Catalog, key)),
    ...[1, 2, 3].map(() => getItem(Operations, state)),
  ]);
  expect(calls).toHaveBeenCalledTimes(2);
  calls.mockRestore();
  expect(found.slice(0, 120)).toEqual(keys.map((key, at) => (at < 110 ? { ...key, version: at } : null)));
  expect(found.slice(120)).toEqual([state, state, state]);
});

it('asks again: nothing is kept', async () => {
  const key = { pk: `again-${randomUUID()}`, sk: 'STATE' };
  const ask = () => getItem(cloud.tables.Operations, key);
  expect(await ask()).toBeNull();
  await documents.send(put(cloud.tables.Operations, { ...key, rev: 1 }));
  expect(await ask()).toEqual({ ...key, rev: 1 });
});

it('tells all who asked when a table does not answer', async () => {
  const asked = [1, 2].map((number) => getItem('no-such-table', { pk: String(number), sk: 'x' }));
  const settled = await Promise.allSettled(asked);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

const put = (TableName: string, Item: Record<string, unknown>) => new PutCommand({ TableName, Item });

import { expect, it } from 'vitest';
import { createWrites } from './writes.ts';

it.each<[string, object, string[]]>([
  ['PutItem', { TableName: 'A' }, ['A']],
  ['UpdateItem', { TableName: 'arn:aws:dynamodb:eu-west-1:1:table/B' }, ['B']],
  ['DeleteItem', { TableName: 'A' }, ['A']],
  ['BatchWriteItem', { RequestItems: { A: [], B: [] } }, ['A', 'B']],
  ['TransactWriteItems', { TransactItems: [{ Put: { TableName: 'A' } }, { Update: { TableName: 'A' } }] }, ['A']],
  ['TransactWriteItems', { TransactItems: 'none' }, []],
  ['GetItem', { TableName: 'A' }, []],
  ['Query', { TableName: 'A' }, []],
])('%s of %j tells who listens to %j', (operation, input, told) => {
  const writes = createWrites();
  const heard: string[] = [];
  for (const table of ['A', 'B']) writes.onWrite(table, () => heard.push(table));
  writes.ended(operation, input as Record<string, unknown>);
  expect(heard).toEqual(told);
});

it('tells all who listen', () => {
  const writes = createWrites();
  let heard = 0;
  for (const step of [1, 10]) writes.onWrite('A', () => (heard += step));
  writes.ended('PutItem', { TableName: 'A' });
  expect(heard).toBe(11);
});

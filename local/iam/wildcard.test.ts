import { expect, test } from 'vitest';
import { arnWildcard, wildcard } from './wildcard.ts';

test.each([
  ['*', 'anything', true],
  ['dynamodb:Get*', 'dynamodb:GetItem', true],
  ['dynamodb:Get*', 'dynamodb:PutItem', false],
  ['dynamodb:?etItem', 'dynamodb:GetItem', true],
  ['table/a.b', 'table/axb', false],
  ['arn:*:table/x/index/*', 'arn:aws:dynamodb:r:1:table/x/index/by_guest', true],
  ['table/x', 'table/x/index/by_guest', false],
])('%s on %s: %s', (pattern, text, matches) => {
  expect(wildcard(pattern)(text)).toBe(matches);
});

test('case counts unless told otherwise', () => {
  expect(wildcard('Table')('table')).toBe(false);
  expect(wildcard('DynamoDB:getitem', { ignoreCase: true })('dynamodb:GetItem')).toBe(true);
});

test('in an ARN a star does not reach over a colon', () => {
  expect(arnWildcard('arn:aws:sns:*:topic')('arn:aws:sns:eu-west-1:111122223333:topic')).toBe(false);
  expect(arnWildcard('arn:aws:sns:*:*:topic')('arn:aws:sns:eu-west-1:111122223333:topic')).toBe(true);
});

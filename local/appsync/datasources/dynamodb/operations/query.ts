import { badRequest, expectBoolean, expectString, optional, refuseUnknown } from '../../requestShape.ts';
import { readExpression, placeholders } from '../expressions.ts';
import type { Operation } from '../operation.ts';
import { PAGE_KEYS, page, pageInput, readPage } from './page.ts';

const KNOWN = new Set([...PAGE_KEYS, 'query', 'scanIndexForward', 'select']);
const SELECTS = ['ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES'];

/** Answers `{items, nextToken, scannedCount}`. */
export const query: Operation = async (request, { tableName, call }) => {
  refuseUnknown(request, KNOWN);
  const key = readExpression(request.query, '$[query]');
  const given = readPage(request);
  const forward = optional(expectBoolean, request.scanIndexForward, '$[scanIndexForward]');
  const select = optional(expectSelect, request.select, '$[select]');
  const reply = await call('Query', {
    TableName: tableName,
    KeyConditionExpression: key.expression,
    ...pageInput(given),
    ...(forward === undefined ? {} : { ScanIndexForward: forward }),
    ...(select === undefined ? {} : { Select: select }),
    ...placeholders(key, given.filter, given.projection),
  });
  return page(reply);
};

function expectSelect(value: unknown, path: string): string {
  const select = expectString(value, path);
  if (SELECTS.includes(select)) return select;
  throw badRequest(`'${path}' is '${select}', but must be ${SELECTS.join(' or ')}.`);
}

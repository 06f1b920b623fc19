import { expectInteger, optional, refuseUnknown } from '../../requestShape.ts';
import { placeholders } from '../expressions.ts';
import type { Operation } from '../operation.ts';
import { PAGE_KEYS, page, pageInput, readPage } from './page.ts';

const KNOWN = new Set([...PAGE_KEYS, 'totalSegments', 'segment']);

/** Answers `{items, nextToken, scannedCount}`. */
export const scan: Operation = async (request, { tableName, call }) => {
  refuseUnknown(request, KNOWN);
  const given = readPage(request);
  const totalSegments = optional(expectInteger, request.totalSegments, '$[totalSegments]');
  const segment = optional(expectInteger, request.segment, '$[segment]');
  const reply = await call('Scan', {
    TableName: tableName,
    ...pageInput(given),
    ...(totalSegments === undefined ? {} : { TotalSegments: totalSegments }),
    ...(segment === undefined ? {} : { Segment: segment }),
    ...placeholders(given.filter, given.projection),
  });
  return page(reply);
};

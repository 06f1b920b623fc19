import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type { StoredPage } from '../../core/inventory/change.ts';
import { eachRecord } from '../shared/batch/eachRecord.ts';
import { images } from '../shared/batch/streamImages.ts';
import { plainPage } from '../shared/dynamodb/plainPage.ts';
import { checkNights } from './checkNights.ts';
import { warnOfVersion } from './warnOfVersion.ts';
import { warnOfWrites, type Written } from './warnOfWrites.ts';

/** Looks at every write of a calendar page: is a night oversold, did the page lose a write, is it written too often? */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const written: Written[] = [];
  const response = await eachRecord(event, async (record) => {
    const { before, after } = images<Record<string, unknown>>(record);
    // A page of long ago expired.
    if (!after) return;
    const change = { before: before ? plainPage(before) : null, after: readPage(after) };
    written.push({ page: change.after, seconds: record.dynamodb?.ApproximateCreationDateTime });
    warnOfVersion(change);
    await checkNights(change);
  });
  warnOfWrites(written);
  return response;
}

/** @throws TypeError where it is no calendar page */
function readPage(item: Record<string, unknown>): StoredPage {
  const page = plainPage(item);
  if (!Array.isArray(page.available_units) || typeof page.version !== 'number')
    throw new TypeError('The item is no calendar page.');
  return page;
}

import type { DynamoDBRecord } from 'aws-lambda';
import { PoisonError, reasonOf } from '../shared/batch/poison.ts';
import { images } from '../shared/batch/streamImages.ts';
import { plainPage } from '../shared/dynamodb/plainPage.ts';
import { type PageChange, pageChange } from './pageChange.ts';

/** @throws {PoisonError} with what is wrong: reading depends on nothing but the record */
export function readRecord(record: DynamoDBRecord): PageChange {
  try {
    const { before, after } = images<Record<string, unknown>>(record);
    if (!after) throw new Error('the record has no new image');
    return pageChange(before && plainPage(before), plainPage(after));
  } catch (error) {
    throw new PoisonError(reasonOf(error), { cause: error });
  }
}

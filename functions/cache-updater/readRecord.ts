import type { DynamoDBRecord } from 'aws-lambda';
import { PoisonError, reasonOf } from '../shared/batch/poison.ts';
import { type PageChange, pageChange } from './pageChange.ts';
import { pageImage } from './pageImage.ts';

/** @throws {PoisonError} with what is wrong: reading depends on nothing but the record */
export function readRecord({ dynamodb }: DynamoDBRecord): PageChange {
  try {
    if (!dynamodb?.NewImage) throw new Error('the record has no new image');
    const before = dynamodb.OldImage ? pageImage(dynamodb.OldImage) : null;
    return pageChange(before, pageImage(dynamodb.NewImage));
  } catch (error) {
    throw new PoisonError(reasonOf(error), { cause: error });
  }
}

import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { eachMessage } from '../shared/batch/eachMessage.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import { config } from './config.ts';
import { resolveProperty } from './resolveProperty.ts';

/**
 * Looks at each property that a message names by its group. All messages of a batch were sent before it begins, so one
 * look is enough for those of one property.
 */
export function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const looks = new Map<string, Promise<void>>();
  const look = (message: SQSRecord): Promise<void> => {
    const propertyId = message.attributes.MessageGroupId;
    if (!propertyId) throw new PoisonError('The message has no group, which is its property.');
    const begun = looks.get(propertyId) ?? resolveProperty(propertyId);
    looks.set(propertyId, begun);
    return begun;
  };
  return eachMessage(event, async (message) => look(message), { maxReceives: config.maxReceives });
}

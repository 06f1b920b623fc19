import type { LambdaReply } from '../../appsync/definition.ts';

/** Which messages of a batch failed; `why` is for people, null when none did. */
export type Outcome = { failed: ReadonlySet<string>; why: string | null };

/**
 * Reads a function's answer as Lambda does (Lambda Developer Guide, "Implementing partial batch responses" for Amazon
 * SQS): no answer, an empty one and an empty list mean that all went well; an answer that is not understood, or names a
 * message that is not in the batch, means that all failed.
 * @param reports the mapping has `ReportBatchItemFailures`
 */
export function outcomeOf(reply: LambdaReply, messageIds: readonly string[], reports: boolean): Outcome {
  if (reply.functionError !== undefined) return all(messageIds, `the function failed: ${textOf(reply.payload)}`);
  const answer = reply.payload;
  if (!reports || answer === null || answer === undefined || answer === '') return NONE;
  if (typeof answer !== 'object' || Array.isArray(answer)) {
    return all(messageIds, `the function answered ${textOf(answer)}, which is no partial batch response`);
  }
  const failures = (answer as { batchItemFailures?: unknown }).batchItemFailures;
  if (failures === null || failures === undefined) return NONE;
  return Array.isArray(failures)
    ? named(failures, messageIds)
    : all(messageIds, `the function answered batchItemFailures that are no list: ${textOf(failures)}`);
}

function named(failures: unknown[], messageIds: readonly string[]): Outcome {
  const ids = failures.map((failure) => (failure as { itemIdentifier?: unknown } | null)?.itemIdentifier);
  const unknown = ids.findIndex((id) => typeof id !== 'string' || !messageIds.includes(id));
  if (unknown >= 0) {
    return all(messageIds, `the function named a failure that is not in the batch: ${textOf(failures[unknown])}`);
  }
  return ids.length === 0 ? NONE : { failed: new Set(ids as string[]), why: 'the function says so' };
}

const NONE: Outcome = { failed: new Set(), why: null };

const all = (messageIds: readonly string[], why: string): Outcome => ({ failed: new Set(messageIds), why });

const textOf = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 500);

import { CALL_LIMIT, type QueueClient } from './queueClient.ts';
import type { ReceivedMessage } from './record.ts';

/** How long SQS waits for a first message, at most. */
const LONGEST_WAIT_SECONDS = 20;

/** An invocation takes 6 MB; what stands around a body takes some of it (Lambda Developer Guide, "Lambda quotas"). */
const BATCH_BYTES = 5 * 1024 * 1024;

/**
 * Receives the messages of one invocation: what there is, or with a window as many as come while it lasts. It ends early
 * when the batch is full or large (Lambda Developer Guide, "Batching behavior").
 * @returns none when there were none for a while, or `signal` was raised
 */
export async function gather(
  client: QueueClient,
  { batchSize, windowSeconds }: { batchSize: number; windowSeconds: number },
  signal: AbortSignal,
): Promise<ReceivedMessage[]> {
  const batch = await client.receive(batchSize, LONGEST_WAIT_SECONDS);
  if (batch.length === 0 || windowSeconds === 0) return batch;
  const end = Date.now() + windowSeconds * 1000;
  while (batch.length < batchSize && bytesOf(batch) < BATCH_BYTES && !signal.aborted) {
    const left = (end - Date.now()) / 1000;
    if (left <= 0) break;
    const wanted = Math.min(batchSize - batch.length, CALL_LIMIT);
    batch.push(...(await client.receive(wanted, Math.min(left, LONGEST_WAIT_SECONDS))));
  }
  return batch;
}

/** Cuts a batch where an invocation would take no more. */
export function cutBySize(messages: readonly ReceivedMessage[]): ReceivedMessage[][] {
  const parts: ReceivedMessage[][] = [];
  let size = Infinity;
  for (const message of messages) {
    const bytes = bytesOf([message]);
    if (size + bytes > BATCH_BYTES) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(message);
    size += bytes;
  }
  return parts;
}

/** As they will stand in the event, where quotes and line ends take two bytes. */
function bytesOf(messages: readonly ReceivedMessage[]): number {
  return messages.reduce((sum, message) => sum + Buffer.byteLength(JSON.stringify(message)), 0);
}

import type { IncomingMessage } from 'node:http';

/** Lambda Developer Guide, "Lambda quotas": 6 MB for a synchronous invocation. */
const MOST_BYTES = 6 * 1024 * 1024;

/** The body as it came; null when it is too large. Rejects when the sender goes away. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  return size > MOST_BYTES ? null : Buffer.concat(chunks);
}

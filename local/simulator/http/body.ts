import type { IncomingMessage } from 'node:http';

/** Far above any reservation or payment. */
const MOST_BYTES = 1024 * 1024;

/** The body as text; null above 1 MB. Rejects when the sender goes away. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MOST_BYTES) chunks.push(chunk);
  }
  return bytes > MOST_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

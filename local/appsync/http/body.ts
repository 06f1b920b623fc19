import type { IncomingMessage } from 'node:http';
import { RequestError } from '../errors/requestError.ts';

/** AppSync's documents name no limit for a request; this one is ours. */
const MOST_BYTES = 1024 * 1024;

/** The whole body as text. @throws {RequestError} 413 above 1 MB */
export function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MOST_BYTES) chunks.push(chunk);
    });
    request.on('end', () => {
      if (bytes > MOST_BYTES)
        reject(new RequestError(413, 'RequestEntityTooLargeException', 'The request is larger than 1 MB.'));
      else resolve(Buffer.concat(chunks).toString('utf8'));
    });
    request.on('error', reject);
  });
}

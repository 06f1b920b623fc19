import { badRequest } from '../requestShape.ts';
import type { WireMap } from './attributes.ts';

/** Where a Query or Scan goes on, as an opaque text for clients; null at the end. */
export function toNextToken(lastKey: unknown): string | null {
  if (lastKey === undefined || lastKey === null) return null;
  return Buffer.from(JSON.stringify({ version: 1, key: lastKey })).toString('base64');
}

/** @throws {FieldError} MappingTemplate for a text that is not one of ours */
export function fromNextToken(token: unknown, path: string): WireMap {
  try {
    const { version, key } = JSON.parse(Buffer.from(String(token), 'base64').toString('utf8')) as {
      version: number;
      key: WireMap;
    };
    if (version === 1 && typeof key === 'object' && key !== null) return key;
  } catch {
    // Not ours: reported below.
  }
  throw badRequest(`Invalid pagination token given in '${path}'.`);
}

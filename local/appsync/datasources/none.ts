import type { DataSource } from './dataSource.ts';
import { answered } from './sourceAnswer.ts';
import { expectObject, refuseUnknown } from './requestShape.ts';

const KNOWN = new Set(['payload']);

/** The data source that only hands `payload` on. */
export function noneSource(name: string): DataSource {
  return {
    name,
    service: 'NONE',
    async invoke({ request }) {
      const given = expectObject(request ?? {}, '$');
      refuseUnknown(given, KNOWN);
      return answered(given.payload ?? null);
    },
  };
}

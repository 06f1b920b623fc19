import type { Util } from '@aws-appsync/utils';
import { Failure } from '../intrinsics.ts';

/** A function that AppSync has and this runtime does not: it says so when called. */
export function refused(name: string, reason: string): (...args: unknown[]) => never {
  return () => {
    throw new Failure(`${name} is not supported by the local AppSync runtime: ${reason}`);
  };
}

const NO_RDS = 'it has no RDS data source';
const NO_XML = 'it has no HTTP data source, so nothing answers in XML';

export const rds = { toJsonObject: refused('util.rds.toJsonObject', NO_RDS) } satisfies Record<
  keyof Util['rds'],
  unknown
>;

export const xml = {
  toMap: refused('util.xml.toMap', NO_XML),
  toJsonString: refused('util.xml.toJsonString', NO_XML),
} satisfies Record<keyof Util['xml'], unknown>;

import type { Util } from '@aws-appsync/utils';
import { jsonCopy } from '../../../jsonCopy.ts';
import { Failure, keys } from '../../intrinsics.ts';
import { isObject } from '../../objects.ts';
import { refused } from '../refused.ts';

/** Source: AppSync developer guide, "HTTP helpers in util.http". */
const RESTRICTED = [
  'transfer-encoding',
  'connection',
  'host',
  'expect',
  'keep-alive',
  'upgrade',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'content-length',
];
const NO_HEADERS = 'it sends no response headers of its own';

export const http = {
  copyHeaders(headers: object): Record<string, unknown> {
    if (!isObject(headers)) throw new Failure('util.http.copyHeaders takes an object');
    const copy = jsonCopy(headers) as Record<string, unknown>;
    for (const name of keys(copy)) if (RESTRICTED.indexOf(name.toLowerCase()) !== -1) delete copy[name];
    return copy;
  },

  addResponseHeader: refused('util.http.addResponseHeader', NO_HEADERS),
  addResponseHeaders: refused('util.http.addResponseHeaders', NO_HEADERS),
} satisfies Record<keyof Util['http'], unknown>;

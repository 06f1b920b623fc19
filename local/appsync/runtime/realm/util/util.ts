import type { Util } from '@aws-appsync/utils';
import { dynamodb } from './namespaces/dynamodb.ts';
import { encoding } from './root/encoding.ts';
import { errors } from './root/errors.ts';
import { http } from './namespaces/http.ts';
import { matches } from './root/matches.ts';
import { math } from './namespaces/math.ts';
import { rds, xml } from './refused.ts';
import { authType, ids } from './root/request.ts';
import { str } from './namespaces/str.ts';
import { time } from './namespaces/time.ts';
import { transform } from './namespaces/transform.ts';

/** `util`: every member that `@aws-appsync/utils` declares, some of which refuse by name (see refused.ts). */
export const util = {
  ...encoding,
  ...errors,
  ...ids,
  authType,
  matches,
  dynamodb,
  http,
  math,
  rds,
  str,
  time,
  transform,
  xml,
} satisfies Record<keyof Util, unknown>;

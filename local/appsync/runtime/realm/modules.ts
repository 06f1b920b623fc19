import { helpers } from './dynamodb/helpers.ts';
import { operations } from './dynamodb/operations.ts';
import { toBinarySet, toNumberSet, toStringSet } from './dynamodb/sets.ts';
import { extensions } from './effects/extensions.ts';
import { runtime } from './effects/runtime.ts';
import { util } from './util/util.ts';

/** The modules a bundle may import, and what each offers. */
export const modules = {
  '@aws-appsync/utils': { util, extensions, runtime },
  '@aws-appsync/utils/dynamodb': { ...helpers, operations, toStringSet, toNumberSet, toBinarySet },
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** SDL of what AppSync adds to every schema: scalars and directives. */
export const preludeSdl: string = readFileSync(join(import.meta.dirname, 'appsync.graphql'), 'utf8');

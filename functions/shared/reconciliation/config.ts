import { environment } from '../environment.ts';

/** What every function that begins or ends runs needs from its environment. */
export const config = environment({ operationsTable: 'OPERATIONS_TABLE' });

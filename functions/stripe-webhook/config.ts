import { environment } from '../shared/environment.ts';

/** What the function needs from its environment, read once. */
export const config = environment({ operationsTable: 'OPERATIONS_TABLE' });

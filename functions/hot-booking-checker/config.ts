import { environment } from '../shared/environment.ts';

/** What the function needs from its environment, read once. */
const texts = environment({
  catalogTable: 'CATALOG_TABLE',
  operationsTable: 'OPERATIONS_TABLE',
  region: 'AWS_REGION',
  work: 'OVERBOOKING_WORK_QUEUE',
  mostWrites: 'MOST_WRITES_A_MINUTE',
});

export const config = { ...texts, mostWrites: Number(texts.mostWrites) };

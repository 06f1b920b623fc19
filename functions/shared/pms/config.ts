import { environment } from '../environment.ts';

/** What every function that looks after PMSs needs from its environment. */
export const config = environment({
  operationsTable: 'OPERATIONS_TABLE',
  catalogTable: 'CATALOG_TABLE',
  webhookQueue: 'PMS_WEBHOOK_QUEUE',
  openTravelQueue: 'PMS_OPENTRAVEL_QUEUE',
});

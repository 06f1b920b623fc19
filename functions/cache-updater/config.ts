import { environment } from '../shared/environment.ts';

/** What the function needs from its environment, read once. */
export const config = environment({
  graphqlUrl: 'GRAPHQL_URL',
  region: 'AWS_REGION',
  inventoryTable: 'INVENTORY_TABLE',
});

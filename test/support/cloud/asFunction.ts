import { LOCAL_ADMINISTRATOR } from '../../../local/iam/administrator.ts';
import { cloud } from './cloud.ts';

/**
 * Gives this process the environment of a function of the shared cloud, as its administrator: for tests that run a
 * function's own code beside the deployed one. Import that code afterwards, as it reads the environment once.
 */
export function actAsFunction(more: Record<string, string> = {}): void {
  const { accessKeyId, secretAccessKey } = LOCAL_ADMINISTRATOR;
  Object.assign(process.env, {
    AWS_REGION: cloud.region,
    AWS_ENDPOINT_URL: cloud.endpointUrl,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    INVENTORY_TABLE: cloud.tables.Inventory,
    BOOKINGS_TABLE: cloud.tables.Bookings,
    CATALOG_TABLE: cloud.tables.Catalog,
    OPERATIONS_TABLE: cloud.tables.Operations,
    ...more,
  });
}

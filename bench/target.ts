import type { Cloud } from '../local/cloud/contract.ts';
import type { Arm } from './arms/arm.ts';
import type { Target } from './generator/job.ts';
import { BENCH_HOTEL } from './stock/benchHotel.ts';
import { HOT_PROPERTY } from './stock/hotStock.ts';

const NIGHTS_TABLE = 'bench-nights';

/** The product's tables. @throws when the cloud lacks one of them */
export function productTables({ tables }: Pick<Cloud, 'tables'>): Omit<Target['tables'], 'nights'> {
  const { Inventory: inventory, Bookings: bookings, Catalog: catalog } = tables;
  if (!inventory || !bookings || !catalog) {
    throw new Error(
      `The cloud's tables are ${Object.keys(tables).join(', ')}, without Inventory, Bookings or Catalog.`,
    );
  }
  return { inventory, bookings, catalog };
}

/**
 * Tables of the hot section, all without stream and indexes: DynamoDB Local makes the writer wait for both, AWS does not,
 * and neither belongs to one of the methods.
 */
export function hotTables(cloud: Pick<Cloud, 'tables'>): Target['tables'] {
  const { catalog } = productTables(cloud);
  return { inventory: 'bench-pages', bookings: 'bench-bookings', catalog, nights: NIGHTS_TABLE };
}

export function targetOf(cloud: Cloud, { door, section }: Arm, idToken: string): Target {
  return {
    region: cloud.region,
    dynamodbUrl: door === 'engine' ? cloud.dynamodbUrl : cloud.endpointUrl,
    graphqlUrl: cloud.graphqlUrl,
    idToken,
    tables: section === 'hot' ? hotTables(cloud) : { ...productTables(cloud), nights: NIGHTS_TABLE },
    propertyId: section === 'path' ? BENCH_HOTEL : HOT_PROPERTY,
  };
}

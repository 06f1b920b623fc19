import type { Cloud } from '../../local/cloud/contract.ts';
import { createGraphqlClient } from '../client/graphqlClient.ts';
import { loadHotel } from '../client/loadHotel.ts';
import { createSession } from '../client/session.ts';
import { createDynamoDb } from '../sales/dynamodb.ts';
import { hotTables, productTables } from '../target.ts';
import { benchHotel } from './benchHotel.ts';
import { loadHotStock } from './hotStock.ts';

const TIMEOUT_MS = 30_000;

/** Loads what all arms sell. @throws when the cloud refuses anything of it */
export async function loadStock(cloud: Cloud): Promise<void> {
  const operator = createSession(cloud, {
    name: 'bench-operator',
    email: 'operator@example.com',
    groups: ['operator'],
  });
  const client = createGraphqlClient(cloud.graphqlUrl, { connections: 1, timeoutMs: TIMEOUT_MS });
  const dynamodb = createDynamoDb({ url: cloud.dynamodbUrl, region: cloud.region, connections: 1 });
  try {
    await loadHotel(client, operator, benchHotel());
    await loadHotStock(dynamodb, hotTables(cloud), { ...productTables(cloud), region: cloud.region });
  } finally {
    dynamodb.destroy();
    await client.close();
  }
}

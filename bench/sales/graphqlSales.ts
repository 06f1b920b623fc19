import { randomUUID } from 'node:crypto';
import type { BookRoomInput } from '../../generated/types.ts';
import { createGraphqlClient } from '../client/graphqlClient.ts';
import type { SaleMethod, Target } from '../generator/job.ts';
import { GUEST } from './bookingItem.ts';
import { createDynamoDb } from './dynamodb.ts';
import { watchLine } from './lineWatch.ts';
import { drawPageStay, readPages } from './pages.ts';
import type { AttemptResult, Sales } from './sales.ts';

type GraphqlMethod = Extract<SaleMethod, { kind: 'graphql' }>;

const BOOK = `mutation($input: BookRoomInput!) {
  bookRoom(input: $input) { id status version nightlyRates totalPrice { amount currency } remaining }
}`;
const TIMEOUT_MS = 30_000;

/** `bookRoom` through the API, as a client sends it. */
export async function openGraphqlSales(method: GraphqlMethod, target: Target, clients: number): Promise<Sales> {
  const { propertyId, idToken } = target;
  const dynamodb = createDynamoDb({ url: target.dynamodbUrl, region: target.region, connections: 1 });
  const pages = await readPages(dynamodb, target);
  const inLine = watchLine(dynamodb, target.tables.bookings);
  const client = createGraphqlClient(target.graphqlUrl, { connections: clients, timeoutMs: TIMEOUT_MS });
  return {
    next: () => {
      const { roomTypeId, stay } = drawPageStay(pages, method.demand);
      const { arrival, departure } = stay;
      const bookingId = randomUUID();
      const input: BookRoomInput = { bookingId, propertyId, roomTypeId, arrival, departure, adults: 2, guest: GUEST };
      return async (): Promise<AttemptResult> => {
        const outcome = await client.send<{ bookRoom: { status: string } }>(BOOK, { input }, idToken);
        if (outcome.kind === 'ok' && outcome.data.bookRoom.status === 'CONFIRMED') return 'sold';
        if (outcome.kind === 'ok' && outcome.data.bookRoom.status === 'QUEUED') return inLine(bookingId);
        if (outcome.kind === 'refused' && outcome.retryable) return 'spurious';
        throw new Error(`bookRoom answered ${JSON.stringify(outcome)}`);
      };
    },
    close: async () => {
      dynamodb.destroy();
      await client.close();
    },
  };
}

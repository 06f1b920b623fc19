import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { emptyPage } from '../../core/inventory/emptyPage.ts';
import type { Cloud } from '../../local/cloud/contract.ts';
import { startCloud } from '../../local/cloud/start.ts';
import { LOCAL_ADMINISTRATOR } from '../../local/iam/administrator.ts';
import { createGraphqlClient } from '../client/graphqlClient.ts';
import { pageCost } from './pageCost.ts';

/**
 * How many calendar pages a second one segment of the reconciliation checks: `node bench/reconciliation/main.ts [pages]`,
 * default 20,000. Prints what a page costs the processor, loads the pages, waits until the cache has them, and runs three times.
 */
const pages = Number(process.argv[2] ?? 20_000);
const MONTHS = 24;
const ROOM_TYPES = 10;
const RUNS = 3;

console.log(`${pageCost().toFixed(0)} µs of processor a page`);
const cloud = await startCloud({ port: 0, dataFolder: null, dynamodbHeap: 1_024 });
try {
  await load(cloud);
  console.log(`${pages} pages loaded; waiting for the cache`);
  await cloud.drained({ timeoutMs: 600_000 });
  for (let run = 0; run < RUNS; run += 1) console.log(await reconcile(cloud));
} finally {
  await cloud.stop();
}

async function load({ dynamodbUrl, region, tables }: Cloud): Promise<void> {
  const documents = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: dynamodbUrl, region, credentials: LOCAL_ADMINISTRATOR }),
  );
  const items = Array.from({ length: pages }, (_, at) => page(at));
  for (let at = 0; at < items.length; at += 25) {
    const requests = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
    await documents.send(new BatchWriteCommand({ RequestItems: { [tables.Inventory]: requests } }));
  }
}

/** Every property has 24 months of ten room types; all were written a day ago, so that a run counts its share anew. */
function page(at: number) {
  const property = Math.floor(at / (MONTHS * ROOM_TYPES));
  const ahead = Math.floor(at / ROOM_TYPES) % MONTHS;
  const now = new Date();
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString().slice(0, 7);
  const yesterday = new Date(now.getTime() - 86_400_000).toISOString();
  const empty = emptyPage(`bench-${property}`, `R${at % ROOM_TYPES}`, month, yesterday);
  const each = (value: number) => empty.total_units.map(() => value);
  return { ...empty, version: 1, total_units: each(20), available_units: each(20), rate: each(12_000) };
}

type Run = { status: string; segments: number; pagesChecked: number; durationMs: number };

async function reconcile({ graphqlUrl, signIn, drained }: Cloud): Promise<string> {
  const { idToken } = await signIn({ name: 'bench', email: 'bench@example.com', groups: ['operator'] });
  const client = createGraphqlClient(graphqlUrl, { connections: 1, timeoutMs: 30_000 });
  await client.send('mutation { startReconciliation { id } }', {}, idToken);
  await drained({ timeoutMs: 600_000 });
  const query = '{ reconciliationRuns(limit: 1) { status segments pagesChecked durationMs } }';
  const outcome = await client.send<{ reconciliationRuns: Run[] }>(query, {}, idToken);
  await client.close();
  if (outcome.kind !== 'ok') throw new Error(outcome.message);
  const [{ status, segments, pagesChecked, durationMs }] = outcome.data.reconciliationRuns;
  const perSecond = pagesChecked / (durationMs / 1_000);
  return (
    `${status}: ${pagesChecked} pages in ${durationMs} ms by ${segments} segments: ` +
    `${Math.round(perSecond)} pages/s, ${Math.round(perSecond / segments)} a segment`
  );
}

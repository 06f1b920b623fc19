import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { StoredPage } from '../../../core/inventory/change.ts';
import { documents } from '../../shared/dynamodb/documentClient.ts';
import { plainPage } from '../../shared/dynamodb/plainPage.ts';
import { config } from '../config.ts';

export type Segment = { segment: number; segments: number };
/** The key of the page that was read last. */
export type Cursor = Record<string, unknown>;

/** An answer holds 1 MB, about as many pages. */
const BATCH = 1_000;

/** The next pages of a segment. All of a property lie in one segment, in the order of their months. */
export async function scanPages(
  { segment, segments }: Segment,
  after: Cursor | null,
): Promise<{ pages: StoredPage[]; next: Cursor | null }> {
  const { Items = [], LastEvaluatedKey } = await documents.send(
    new ScanCommand({
      TableName: config.inventoryTable,
      Segment: segment,
      TotalSegments: segments,
      ExclusiveStartKey: after ?? undefined,
      Limit: BATCH,
    }),
  );
  return { pages: Items.map(plainPage), next: LastEvaluatedKey ?? null };
}

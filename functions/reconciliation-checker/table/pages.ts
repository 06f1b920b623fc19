import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { StoredPage } from '../../../core/inventory/change.ts';
import { documents } from '../../shared/dynamodb/documentClient.ts';
import { plainPage } from '../../shared/dynamodb/plainPage.ts';
import { config } from '../config.ts';
import { readByKeys } from './readByKeys.ts';

export type PageKey = Pick<StoredPage, 'property_id' | 'page'>;

export const keyOf = ({ property_id, page }: PageKey): PageKey => ({ property_id, page });

/** A consistent read; null where the page is not there. */
export async function readPage(page: PageKey): Promise<StoredPage | null> {
  const get = new GetCommand({ TableName: config.inventoryTable, Key: keyOf(page), ConsistentRead: true });
  const { Item } = await documents.send(get);
  return Item ? plainPage(Item) : null;
}

/** Consistent reads. */
export async function readPages(pages: readonly PageKey[]): Promise<StoredPage[]> {
  return (await readByKeys<Record<string, unknown>>(config.inventoryTable, pages.map(keyOf))).map(plainPage);
}

/** All room types' pages of a property's month, read consistently: at most some hundred, which is one answer. */
export async function readMonth(propertyId: string, month: string): Promise<StoredPage[]> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: config.inventoryTable,
      KeyConditionExpression: '#p = :p AND begins_with(#g, :month)',
      ExpressionAttributeNames: { '#p': 'property_id', '#g': 'page' },
      ExpressionAttributeValues: { ':p': propertyId, ':month': `${month}#` },
      ConsistentRead: true,
    }),
  );
  return Items.map(plainPage);
}

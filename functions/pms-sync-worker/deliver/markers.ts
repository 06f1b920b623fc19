import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type OperationsKey, pmsMarkerKey } from '../../../core/portable/items/operations.ts';
import { documents } from '../../shared/dynamodb/documentClient.ts';
import { config } from '../config.ts';

/** A booking that the PMS is owed, or whose newest version it refused. */
export type Marker = OperationsKey & {
  booking_id: string;
  /** Those up to this one are meant. */
  version: number;
  /** ISO 8601. */
  since: string;
  /** Owed although the PMS has refused it. */
  is_redrive?: boolean;
  /** Epoch seconds. */
  expiry_time: number;
};

const TableName = config.operationsTable;

/** Puts the marker there unless one of a newer version is. */
export async function mark(marker: Marker): Promise<void> {
  await unlessNewer(
    new PutCommand({
      TableName,
      Item: marker,
      ConditionExpression: 'attribute_not_exists(#v) OR #v <= :v',
      ExpressionAttributeNames: { '#v': 'version' },
      ExpressionAttributeValues: { ':v': marker.version },
    }),
  );
}

/** Takes the marker away unless it is of a newer version. */
export async function unmark(key: OperationsKey, version: number): Promise<void> {
  await unlessNewer(
    new DeleteCommand({
      TableName,
      Key: { pk: key.pk, sk: key.sk },
      ConditionExpression: 'attribute_not_exists(#v) OR #v <= :v',
      ExpressionAttributeNames: { '#v': 'version' },
      ExpressionAttributeValues: { ':v': version },
    }),
  );
}

async function unlessNewer(command: PutCommand | DeleteCommand): Promise<void> {
  try {
    await (command instanceof PutCommand ? documents.send(command) : documents.send(command));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** Markers after one booking, by booking id: a consistent read, as a debt is settled by what is not in it. */
export async function listMarkers(
  propertyId: string,
  prefix: string,
  after: string,
  limit: number,
): Promise<{ markers: Marker[]; isLast: boolean }> {
  const { pk, sk } = pmsMarkerKey(propertyId, prefix, after);
  const { Items, LastEvaluatedKey } = await documents.send(
    new QueryCommand({
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
      // No booking id has a tilde, and a NUL after one is the very next key.
      ExpressionAttributeValues: { ':pk': pk, ':from': `${sk}${after && '\0'}`, ':to': `${prefix}~` },
      Limit: limit,
    }),
  );
  return { markers: (Items ?? []) as Marker[], isLast: !LastEvaluatedKey };
}

import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { documents } from '../../shared/dynamodb/documentClient.ts';

/** Reads an item that is not there. @throws when the table does not answer */
export async function askTable(table: string, key: Record<string, string>): Promise<null> {
  await documents.send(new GetCommand({ TableName: table, Key: key }));
  return null;
}

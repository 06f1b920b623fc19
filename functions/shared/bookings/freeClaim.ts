import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { claimKey } from '../../../core/portable/items/claims.ts';
import { isClaimOf } from '../../../core/portable/lifecycle/changeWrites.ts';
import { documents } from '../dynamodb/documentClient.ts';

/** Frees a booking's claim, unless somebody else has it by now. */
export async function freeClaim(claim: string, bookingId: string, table: string): Promise<void> {
  const { expression, names, values } = isClaimOf(bookingId);
  try {
    await documents.send(
      new DeleteCommand({
        TableName: table,
        Key: claimKey(claim),
        ConditionExpression: expression,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

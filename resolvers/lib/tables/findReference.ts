import { type DynamoDBQueryRequest, util } from '@aws-appsync/utils';

/** More than ever share a reference in one property. */
const MOST = 20;

/** The keys of a property's bookings with a reference. */
export function findReference(propertyId: string, reference: string): DynamoDBQueryRequest {
  return {
    operation: 'Query',
    index: 'byReference',
    query: {
      expression: '#r = :r AND #p = :p',
      expressionNames: { '#r': 'reference', '#p': 'property_id' },
      expressionValues: util.dynamodb.toMapValues({ ':r': reference, ':p': propertyId }),
    },
    limit: MOST,
  };
}

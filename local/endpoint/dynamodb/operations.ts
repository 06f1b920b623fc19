/**
 * The DynamoDB operations that the local endpoint serves, by where their resource is found.
 * Actions and resources: Service Authorization Reference, "Actions, resources, and condition keys for Amazon DynamoDB".
 */
export type OperationShape =
  /** `TableName`, and `IndexName` for Query and Scan. */
  | 'table'
  /** `RequestItems`, by table. */
  | 'batch'
  /** `TransactItems`, each with a table of its own. */
  | 'transaction'
  /** `StreamArn`, or a shard iterator that carries it. */
  | 'stream'
  /** `ResourceArn`. */
  | 'arn'
  /** No resource. */
  | 'account';

const DATA: Record<string, OperationShape> = {
  GetItem: 'table',
  PutItem: 'table',
  UpdateItem: 'table',
  DeleteItem: 'table',
  Query: 'table',
  Scan: 'table',
  BatchGetItem: 'batch',
  BatchWriteItem: 'batch',
  TransactGetItems: 'transaction',
  TransactWriteItems: 'transaction',
};

const CONTROL: Record<string, OperationShape> = {
  CreateTable: 'table',
  DescribeTable: 'table',
  UpdateTable: 'table',
  DeleteTable: 'table',
  UpdateTimeToLive: 'table',
  DescribeTimeToLive: 'table',
  TagResource: 'arn',
  UntagResource: 'arn',
  ListTagsOfResource: 'arn',
  ListTables: 'account',
};

const STREAMS: Record<string, OperationShape> = {
  DescribeStream: 'stream',
  GetShardIterator: 'stream',
  GetRecords: 'stream',
  ListStreams: 'account',
};

/** Undefined for what is not served: PartiQL, backups, exports, global tables of 2017. */
export function operationShape(operation: string): OperationShape | undefined {
  return DATA[operation] ?? CONTROL[operation] ?? STREAMS[operation];
}

/** Data-plane operations carry no ARNs of the engine's own in their answers. */
export function isDataPlane(operation: string): boolean {
  return operation in DATA;
}

/** The value of `X-Amz-Target`: the two APIs have a prefix each. */
export function targetOf(operation: string): string {
  return `${operation in STREAMS ? 'DynamoDBStreams_20120810' : 'DynamoDB_20120810'}.${operation}`;
}

export const DATA_OPERATIONS: readonly string[] = Object.keys(DATA);

/** The four parts that an entry of `TransactItems` can be, with the IAM action each needs. */
export const TRANSACTION_PARTS: Record<string, string> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Get: 'dynamodb:GetItem',
};

import type { Backends, DataSourceDefinition } from '../../definition.ts';
import { FieldError } from '../../errors/fieldError.ts';
import type { DataSource, Invocation } from '../dataSource.ts';
import { badRequest, expectObject, expectString } from '../requestShape.ts';
import { toSourceError } from '../serviceError.ts';
import type { Operation, OperationTools } from './operation.ts';
import { batchDeleteItem, batchPutItem } from './operations/batchWrite.ts';
import { batchGetItem } from './operations/batchGetItem.ts';
import { deleteItem } from './operations/deleteItem.ts';
import { getItem } from './operations/getItem.ts';
import { putItem } from './operations/putItem.ts';
import { query } from './operations/query.ts';
import { scan } from './operations/scan.ts';
import { transactGetItems } from './operations/transactGetItems.ts';
import { transactWriteItems } from './operations/transactWriteItems.ts';
import { updateItem } from './operations/updateItem.ts';

type DynamodbDefinition = Extract<DataSourceDefinition, { type: 'AMAZON_DYNAMODB' }>;

const OPERATIONS: Record<string, Operation> = {
  GetItem: getItem,
  PutItem: putItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
  Query: query,
  Scan: scan,
  BatchGetItem: batchGetItem,
  BatchPutItem: batchPutItem,
  BatchDeleteItem: batchDeleteItem,
  TransactGetItems: transactGetItems,
  TransactWriteItems: transactWriteItems,
};

/** A DynamoDB table as AppSync's resolvers see it. */
export function dynamodbSource(definition: DynamodbDefinition, region: string, backends: Backends): DataSource {
  return {
    name: definition.name,
    service: 'DynamoDB',
    async invoke(invocation) {
      const request = expectObject(invocation.request, '$');
      const name = expectString(request.operation, '$[operation]');
      const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
      if (operation === undefined) throw unsupported(name);
      const tools = toolsFor(definition, region, backends, invocation);
      try {
        return await operation(request, tools);
      } catch (error) {
        if (error instanceof FieldError) throw error;
        return { result: null, error: tools.toError(error) };
      }
    },
  };
}

function toolsFor(
  { tableName, roleArn }: DynamodbDefinition,
  region: string,
  backends: Backends,
  invocation: Invocation,
): OperationTools {
  const { signal } = invocation;
  return {
    tableName,
    region,
    invocation,
    call: (operation, input) => backends.dynamodb({ operation, input, roleArn, signal }),
    async lambda(functionArn, payload) {
      const reply = await backends.lambda({ functionArn, payload, invocationType: 'RequestResponse', roleArn, signal });
      if (reply.functionError !== undefined)
        throw new Error(`The function ${functionArn} failed: ${JSON.stringify(reply.payload)}`);
      return reply.payload;
    },
    toError: (error) => toSourceError('DynamoDB', error, signal),
  };
}

function unsupported(name: string): FieldError {
  if (name === 'Sync') return badRequest('Sync needs a versioned data source, which the local runtime does not have.');
  return badRequest(
    `Unsupported operation '${name}'. A DynamoDB data source knows ${Object.keys(OPERATIONS).join(', ')}.`,
  );
}

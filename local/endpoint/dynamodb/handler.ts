import { jsonError } from '../answer.ts';
import type { ServiceHandler } from '../server/request.ts';
import type { Input } from './resources.ts';
import type { DynamoDbService } from './service.ts';

const TARGET = /^(?:DynamoDB|DynamoDBStreams)_20120810\.(\w+)$/;

/** DynamoDB and DynamoDB Streams over HTTP: the operation stands in `X-Amz-Target`, the input is the body. */
export function createDynamoDbHandler(service: DynamoDbService): ServiceHandler {
  return async ({ headers, body, principal, signal }) => {
    const operation = TARGET.exec(headers['x-amz-target'] ?? '')?.[1];
    if (operation === undefined) {
      const message = `X-Amz-Target ${headers['x-amz-target'] ?? '(missing)'} is not an operation of DynamoDB's.`;
      return jsonError(400, 'com.amazon.coral.service#UnknownOperationException', message);
    }
    const input = parseInput(body);
    if (input === null) {
      return jsonError(400, 'com.amazon.coral.service#SerializationException', 'The body is not a JSON object.');
    }
    const caller = { roleArn: principal.roleArn, userArn: () => principal.userArn };
    return service({ caller, operation, input, body, signal });
  };
}

function parseInput(body: string): Input | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Input) : null;
  } catch {
    return null;
  }
}

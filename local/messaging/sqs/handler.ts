import type { ServiceHandler } from '../../endpoint/server/request.ts';
import type { Input } from './operations.ts';
import { sqsError, type SqsService } from './service.ts';

const TARGET = /^AmazonSQS\.(\w+)$/;

/** SQS over HTTP, in its JSON protocol. */
export function createSqsHandler(service: SqsService): ServiceHandler {
  return async ({ headers, body, principal }) => {
    const target = headers['x-amz-target'];
    const operation = TARGET.exec(target ?? '')?.[1];
    if (operation === undefined) {
      const message = `X-Amz-Target ${target ?? '(missing)'} is not an operation of SQS: only its JSON protocol is served.`;
      return sqsError(400, 'InvalidAction', message);
    }
    const input = parseInput(body);
    if (input === null) return sqsError(400, 'SerializationException', 'The body is not a JSON object.');
    const caller = { policyCaller: principal, userArn: () => principal.userArn };
    return service(caller, operation, input);
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

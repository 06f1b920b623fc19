import { jsonError, type Answer } from '../answer.ts';
import type { Faults } from '../faults/injector.ts';
import type { Authorize, Caller } from './authorize.ts';
import type { Forward } from './forward.ts';
import { operationShape } from './operations.ts';
import { tableName, type Input } from './resources.ts';
import { createSendToStream } from './streamLabels.ts';
import type { TableKeysCache } from './tableKeys.ts';
import type { Writes } from './writes.ts';

/** One call; `body` is `input` as text, so that nobody writes it twice. */
export type DynamoDbCall = { caller: Caller; operation: string; input: Input; body: string; signal?: AbortSignal };

/** Authorizes a call, lets the fault injector have its way, and sends it to the engine. @throws {NoAnswerError} */
export type DynamoDbService = (call: DynamoDbCall) => Promise<Answer>;

const CHANGES_TABLES = new Set(['CreateTable', 'UpdateTable', 'DeleteTable']);

export function createDynamoDbService(parts: {
  forward: Forward;
  authorize: Authorize;
  faults: Faults;
  tableKeys: TableKeysCache;
  writes: Writes;
}): DynamoDbService {
  const { forward, authorize, faults, tableKeys, writes } = parts;
  const sendToStream = createSendToStream(forward);
  return async ({ caller, operation, input, body, signal }) => {
    const shape = operationShape(operation);
    if (shape === undefined) return notServed(operation);
    const answered = authorize(caller, operation, input);
    const denied = answered instanceof Promise ? await answered : answered;
    if (denied !== undefined) return denied;
    if (CHANGES_TABLES.has(operation)) tableKeys.forget(tableName(input.TableName));
    if (shape === 'stream') return sendToStream(operation, body, signal);
    const send = (changed: Input): Promise<Answer> =>
      forward.send(operation, changed === input ? body : JSON.stringify(changed), signal);
    try {
      return await (faults.active() ? faults.around(operation, input, send) : send(input));
    } finally {
      writes.ended(operation, input);
    }
  };
}

function notServed(operation: string): Answer {
  const message = `The local endpoint does not serve DynamoDB's ${operation}.`;
  return jsonError(400, 'com.amazon.coral.service#UnknownOperationException', message);
}

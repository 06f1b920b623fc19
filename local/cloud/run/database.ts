import { join } from 'node:path';
import { type DynamoDbEngine, startDynamoDb } from '../../engines/dynamodb.ts';
import type { CloudOptions } from '../contract.ts';
import type { Lifecycle } from '../lifecycle.ts';

/** Starts DynamoDB Local; `lifecycle` stops it, even when it was not up yet when something else failed. @throws {EngineStartError} */
export function startDatabase(options: CloudOptions, lifecycle: Lifecycle): Promise<DynamoDbEngine> {
  const { dataFolder, dynamodbHeap = 512, log } = options;
  const started = startDynamoDb({
    dataFolder: dataFolder === null ? null : join(dataFolder, 'dynamodb'),
    heapMiB: dynamodbHeap,
    ...(log === undefined ? {} : { log: (line: string) => log(`dynamodb: ${line}`), onExit: log }),
  });
  lifecycle.add('DynamoDB Local', async () => {
    // A start that failed has been reported by whoever awaited it, and left nothing to stop.
    const engine = await started.catch(() => null);
    await engine?.stop();
  });
  return started;
}

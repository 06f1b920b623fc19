import { setTimeout as delay } from 'node:timers/promises';
import type { LambdaReply } from '../appsync/definition.ts';
import type { LambdaDefinition } from './definition.ts';

export type EventQueue = {
  /** Takes an asynchronous invocation and returns at once. */
  push(event: { definition: LambdaDefinition; requestId: string; payload: unknown; run(): Promise<LambdaReply> }): void;
  drained(): Promise<void>;
  /** Gives up what waits for its next try. */
  stop(): void;
};

/**
 * Asynchronous invocations: tried again when the function fails, a minute and two minutes later on AWS, then handed to
 * the failure destination or logged (Lambda Developer Guide, "How Lambda handles errors and retries with asynchronous invocation").
 * They live in memory only.
 */
export function createEventQueue(settings: {
  retryDelaysMs: readonly number[];
  log(functionName: string, line: string): void;
}): EventQueue {
  const { retryDelaysMs, log } = settings;
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();

  const handle: (event: Parameters<EventQueue['push']>[0]) => Promise<void> = async (event) => {
    const { definition, requestId, payload } = event;
    const attempts = 1 + (definition.eventRetries ?? retryDelaysMs.length);
    for (let attempt = 1; ; attempt += 1) {
      const error = await failureOf(event.run);
      if (error === undefined || stopping.signal.aborted) return;
      log(definition.name, `event ${requestId} failed at try ${attempt} of ${attempts}: ${JSON.stringify(error)}`);
      if (attempt === attempts) return definition.onEventFailure?.({ requestId, payload, attempts, error });
      await delay(retryDelaysMs[attempt - 1] ?? 0, undefined, { signal: stopping.signal });
    }
  };

  const push: EventQueue['push'] = (event) => {
    const done = handle(event)
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) log(event.definition.name, `event ${event.requestId} is lost: ${String(error)}`);
      })
      .finally(() => running.delete(done));
    running.add(done);
  };

  const drained = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };

  return { push, drained, stop: () => stopping.abort() };
}

/** What went wrong, as Lambda tells a failure destination; undefined when nothing did. */
async function failureOf(run: () => Promise<LambdaReply>): Promise<unknown> {
  try {
    const reply = await run();
    return reply.functionError === undefined ? undefined : (reply.payload ?? 'no payload');
  } catch (error) {
    return error instanceof Error ? { errorType: error.name, errorMessage: error.message } : String(error);
  }
}

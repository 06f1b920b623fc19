/**
 * Runs inside each function's process: takes one invocation after another from the Lambda Runtime API and gives them to
 * the handler. Reads nothing but what Lambda itself sets in the environment, and imports nothing but Node's own modules
 * and its neighbours, so that a cold start stays short.
 * Source: Lambda Developer Guide, "Using the Lambda runtime API for custom runtimes".
 */
import { createContext } from './context.ts';
import { errorObject } from './errorObject.ts';
import { loadHandler, type Handler } from './loadHandler.ts';
import { createRuntimeClient, type Delivered } from './runtimeClient.ts';

const client = createRuntimeClient(process.env.AWS_LAMBDA_RUNTIME_API ?? '');
let requestId: string | null = null;

process.on('uncaughtException', (error) => void giveUp(error, 129));
process.on('unhandledRejection', (reason) => {
  const error = Object.assign(new Error(String(reason)), { name: 'Runtime.UnhandledPromiseRejection' });
  if (reason instanceof Error) error.stack = reason.stack ?? '';
  void giveUp(error, 128);
});

/** A fault outside of the handler's promise: whoever is waiting is told, and the process cannot be trusted any more. */
async function giveUp(error: unknown, exitCode: number): Promise<void> {
  console.error(error);
  if (requestId !== null) await client.fail(requestId, errorObject(error)).catch(() => {});
  process.exit(exitCode);
}

async function serve(handler: Handler): Promise<never> {
  for (;;) {
    const invocation = await client.next();
    requestId = invocation.requestId;
    await answer(handler, invocation);
    requestId = null;
  }
}

async function answer(handler: Handler, invocation: Delivered): Promise<void> {
  let result: string;
  try {
    const value = await handler(JSON.parse(invocation.body), createContext(invocation));
    result = JSON.stringify(value) ?? 'null';
  } catch (error) {
    console.error(error);
    return client.fail(invocation.requestId, errorObject(error));
  }
  return client.respond(invocation.requestId, result);
}

let handler: Handler;
try {
  handler = await loadHandler(process.env.LAMBDA_TASK_ROOT ?? '', process.env._HANDLER ?? '');
} catch (error) {
  console.error(error);
  await client.failInit(errorObject(error));
  process.exit(1);
}
await serve(handler);

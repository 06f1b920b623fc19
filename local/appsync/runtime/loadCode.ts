import { Script } from 'node:vm';
import type { EditedCode } from './bundle/edits.ts';
import { prepareBundle } from './bundle/prepare.ts';
import type { HandlerContext, HandlerError, HandlerOutcome, LoadCode } from './contract.ts';
import { codeFault } from './fault.ts';
import { byClock } from './host/clock.ts';
import { jsonCopy } from './jsonCopy.ts';
import type { Factory, RealmOutcome } from './realm/run.ts';
import { realm } from './realmContext.ts';

/**
 * Loads one APPSYNC_JS bundle. Compiled once; a call of a handler is then a plain function call in the realm.
 * Values are copied with the meaning of JSON on the way in and on the way out.
 *
 * @param name shown in the log and in errors at load, e.g. `Mutation.bookRoom/sell`
 * @throws {CodeRefusedError} when AppSync would not take the code (see prepareBundle)
 */
export const loadCode: LoadCode = (code, name, { log, clock = null }) => {
  const inside = realm();
  const edited = prepareBundle(code, name, inside.moduleExports);
  const run = inside.runner(inside.evaluate(new Script(edited.text, { filename: name })) as Factory);
  const logNamed = (line: string): void => log(`${name}: ${line}`);
  const report = (fault: unknown): HandlerError => reported(fault, edited, name, logNamed);
  const call = (handler: 'request' | 'response', context: HandlerContext): HandlerOutcome => {
    try {
      return outcomeOf(
        byClock(clock, () => run(handler, context, logNamed)),
        report,
      );
    } catch (fault) {
      // What the handler gave back has no JSON form (a cycle, say), so nothing it wrote can be carried on.
      return {
        kind: 'error',
        error: report(fault),
        stash: context.stash,
        appended: [],
        extensions: { invalidations: [] },
      };
    }
  };
  return { request: (context) => call('request', context), response: (context) => call('response', context) };
};

/** Client and log get the same message; the log alone says which code it was. */
function reported(fault: unknown, edited: EditedCode, name: string, log: (line: string) => void): HandlerError {
  const error = codeFault(fault, edited, name);
  log(`ERROR - ${error.message}`);
  return error;
}

function outcomeOf(given: RealmOutcome, report: (fault: unknown) => HandlerError): HandlerOutcome {
  const { ending } = given;
  const carried = {
    stash: (jsonCopy(given.stash) ?? {}) as HandlerOutcome['stash'],
    appended: jsonCopy(given.appended) as HandlerError[],
    extensions: jsonCopy(given.extensions) as HandlerOutcome['extensions'],
  };
  switch (ending.kind) {
    case 'value':
      return { ...carried, kind: 'value', value: jsonCopy(ending.value) ?? null };
    case 'earlyReturn':
      return { ...carried, kind: 'earlyReturn', value: jsonCopy(ending.value) ?? null, skipTo: ending.skipTo };
    case 'error':
      return { ...carried, kind: 'error', error: jsonCopy(ending.error) as HandlerError };
    case 'fault':
      return { ...carried, kind: 'error', error: report(ending.fault) };
  }
}

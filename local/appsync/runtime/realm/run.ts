import type { HandlerContext, HandlerError } from '../contract.ts';
import { jsonCopy } from '../jsonCopy.ts';
import { begin, type Ending, type Invocation, LEAVE, step, stopLoop } from './invocation.ts';
import { Failure } from './intrinsics.ts';
import { modules } from './modules.ts';
import { isObject } from './objects.ts';

type Handler = (ctx: Record<string, unknown>) => unknown;
/** A prepared bundle (see bundle/prepare.ts). */
export type Factory = (
  offered: typeof modules,
  step: () => void,
  stop: () => never,
) => Record<'request' | 'response', Handler>;

/** What one run gives back to the host, to be copied there. `fault` is what the code threw without meaning to. */
export type RealmOutcome = {
  ending: Ending | { kind: 'value'; value: unknown } | { kind: 'fault'; fault: unknown };
  stash: unknown;
  appended: HandlerError[];
  extensions: Pick<Invocation, 'subscriptionFilter' | 'subscriptionInvalidationFilter' | 'invalidations'>;
};

export type Run = (
  handler: 'request' | 'response',
  context: HandlerContext,
  log: (line: string) => void,
) => RealmOutcome;

/**
 * A function that runs one handler of a bundle. The bundle's top level is evaluated for each run, so nothing it
 * keeps in module variables outlives a handler: AppSync does not promise that anything would.
 */
export function runner(factory: Factory): Run {
  return (handler, context, log) => {
    const invocation: Invocation = { handler, context, log, appended: [], outErrors: [], invalidations: [] };
    begin(invocation);
    const ctx = handlerContext(invocation);
    const ending = endingOf(factory, ctx, invocation);
    const { appended, subscriptionFilter, subscriptionInvalidationFilter, invalidations } = invocation;
    return {
      ending,
      stash: ctx.stash,
      appended,
      extensions: { subscriptionFilter, subscriptionInvalidationFilter, invalidations },
    };
  };
}

function endingOf(factory: Factory, ctx: Record<string, unknown>, invocation: Invocation): RealmOutcome['ending'] {
  try {
    const handlers = factory(modules, step, stopLoop);
    const value = handlers[invocation.handler](ctx);
    if (!isObject(ctx.stash)) throw new Failure('ctx.stash must stay an object');
    return { kind: 'value', value };
  } catch (thrown) {
    if (thrown === LEAVE && invocation.ending) return invocation.ending;
    return { kind: 'fault', fault: thrown };
  }
}

/** The `ctx` a handler sees. Every part is a copy, so a handler cannot reach anything of the host or of another run. */
function handlerContext(invocation: Invocation): Record<string, unknown> {
  const { context, outErrors } = invocation;
  const args = jsonCopy(context.arguments);
  return {
    arguments: args,
    args,
    source: jsonCopy(context.source) ?? null,
    stash: jsonCopy(context.stash),
    identity: jsonCopy(context.identity),
    request: jsonCopy(context.request),
    info: jsonCopy(context.info),
    env: jsonCopy(context.env),
    prev: jsonCopy(context.prev),
    result: jsonCopy(context.result) ?? null,
    error: jsonCopy(context.error) ?? null,
    outErrors,
  };
}

import type { GraphQLResolveInfo } from 'graphql';
import type { SourceAnswer } from '../../datasources/sourceAnswer.ts';
import type { RequestState } from '../requestState.ts';
import { FieldRun, type Evaluated } from './fieldRun.ts';
import type { Resolver, SourceStep } from './resolver.ts';

type Unit = Extract<Resolver, { kind: 'UNIT' }>;
type Pipeline = Extract<Resolver, { kind: 'PIPELINE' }>;

/** Runs a field's resolver to the field's value. @throws {FieldError} what a handler raised, or a request nobody understood */
export async function runResolver(
  resolver: Resolver,
  source: unknown,
  args: Record<string, unknown>,
  state: RequestState,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const run = new FieldRun(resolver.environment, source, args, state, info);
  return resolver.kind === 'UNIT' ? runUnit(resolver, run) : runPipeline(resolver, run);
}

async function runUnit(resolver: Unit, run: FieldRun): Promise<unknown> {
  return (await runStep(resolver, run)).value;
}

/**
 * before -> each function -> after. `ctx.prev.result` is what the step before gave. An early return in a function's request
 * goes on with the next function (`NEXT`, the default) or to the response handler (`END`); in the resolver's own request
 * handler always to the response handler.
 */
async function runPipeline({ code, functions }: Pipeline, run: FieldRun): Promise<unknown> {
  const { context } = run;
  const before = run.evaluate(code.request(context));
  let last: StepResult = { ...before, error: null };
  context.prev = { result: before.value };
  if (before.skipTo === null) {
    for (const step of functions) {
      last = await runStep(step, run);
      context.prev = { result: last.value };
      if (last.skipTo === 'END') break;
    }
  }
  return run.evaluate(code.response({ ...context, result: last.value, error: last.error })).value;
}

type StepResult = Evaluated & { error: SourceAnswer['error'] };

/** request handler -> data source -> response handler; an early return in the request handler skips the other two. */
async function runStep(step: SourceStep, run: FieldRun): Promise<StepResult> {
  const asked = run.evaluate(step.code.request(run.context));
  if (asked.skipTo !== null) return { ...asked, error: null };
  const { result, error } = await run.invoke(step, asked.value);
  const answered = run.evaluate(step.code.response({ ...run.context, result, error }));
  return { ...answered, error };
}

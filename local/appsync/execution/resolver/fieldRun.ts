import { getLocation, getNamedType, responsePathAsArray, type GraphQLResolveInfo } from 'graphql';
import { AUTH_TYPES } from '../../auth/caller.ts';
import type { SourceAnswer } from '../../datasources/sourceAnswer.ts';
import { executionTimeout, FieldError } from '../../errors/fieldError.ts';
import { toLocations } from '../../errors/responseError.ts';
import { toSourceError } from '../../datasources/serviceError.ts';
import type { HandlerContext, HandlerError, HandlerOutcome } from '../../runtime/contract.ts';
import { within } from '../deadline.ts';
import type { RequestState } from '../requestState.ts';
import { refuseOversized } from '../resolvedSize.ts';
import { filterBySelection, selectionOf } from '../selection.ts';
import type { SourceStep } from './resolver.ts';

/** A handler's value, unless it raised an error; `skipTo` is set after `runtime.earlyReturn`. */
export type Evaluated = { value: unknown; skipTo: 'END' | 'NEXT' | null };

/** One run of one field's resolver: keeps its context, and gives what handlers leave behind to the request. */
export class FieldRun {
  readonly context: HandlerContext;
  readonly #state: RequestState;
  readonly #info: GraphQLResolveInfo;

  constructor(
    environment: Record<string, string>,
    source: unknown,
    args: Record<string, unknown>,
    state: RequestState,
    info: GraphQLResolveInfo,
  ) {
    this.#state = state;
    this.#info = info;
    const { caller, request, variables } = state;
    this.context = {
      arguments: args,
      source: source ?? null,
      stash: {},
      identity: caller.identity,
      request,
      info: { fieldName: info.fieldName, parentTypeName: info.parentType.name, variables, ...selectionOf(info) },
      env: environment,
      authType: AUTH_TYPES[caller.mode],
      prev: null,
    };
  }

  /** Takes over what one handler did. @throws {FieldError} what it raised */
  evaluate(outcome: HandlerOutcome): Evaluated {
    this.context.stash = outcome.stash;
    for (const error of outcome.appended) this.#append(error);
    this.#extend(outcome.extensions);
    if (outcome.kind === 'error') throw FieldError.of({ ...outcome.error, data: this.#visible(outcome.error) });
    const value = outcome.value ?? null;
    refuseOversized(value);
    return { value, skipTo: outcome.kind === 'earlyReturn' ? outcome.skipTo : null };
  }

  /** Asks the step's data source. @throws {FieldError} for a request it does not understand, or when time is over */
  async invoke(step: SourceStep, request: unknown): Promise<SourceAnswer> {
    const { deadline, batches } = this.#state;
    const { signal } = deadline;
    if (signal.aborted) throw executionTimeout();
    const outputType = getNamedType(this.#info.returnType).name;
    const answer = step.source.invoke({ request, context: this.context, outputType, signal, batches, step });
    try {
      return await within(answer, signal);
    } catch (error) {
      if (error instanceof FieldError || !signal.aborted) throw error;
      return { result: null, error: toSourceError(step.source.service, error, signal) };
    }
  }

  #append(error: HandlerError): void {
    this.#state.appended.push({
      path: responsePathAsArray(this.#info.path),
      data: this.#visible(error),
      errorType: error.errorType,
      errorInfo: error.errorInfo ?? null,
      locations: toLocations(
        this.#info.fieldNodes.flatMap(({ loc }) => (loc ? [getLocation(loc.source, loc.start)] : [])),
      ),
      message: error.message,
    });
  }

  #visible(error: HandlerError): unknown {
    return error.data === null || error.data === undefined ? null : filterBySelection(error.data, this.#info);
  }

  #extend(extensions: HandlerOutcome['extensions']): void {
    if (extensions.invalidations.length > 0) this.#state.invalidations.push(...extensions.invalidations);
    if (extensions.subscriptionFilter !== undefined) this.#state.subscriptionFilter = extensions.subscriptionFilter;
    if (extensions.subscriptionInvalidationFilter !== undefined) {
      this.#state.subscriptionInvalidationFilter = extensions.subscriptionInvalidationFilter;
    }
  }
}

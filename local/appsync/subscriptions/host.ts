import {
  getArgumentValues,
  getVariableValues,
  Kind,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { Authenticator } from '../auth/authenticator.ts';
import type { AuthenticatedCaller } from '../auth/caller.ts';
import { RequestError } from '../errors/requestError.ts';
import type { ResponseError } from '../errors/responseError.ts';
import type { Engine } from '../execution/engine.ts';
import { executeOperation } from '../execution/execute.ts';
import { chooseOperation, type OperationRequest } from '../execution/operation.ts';
import type { RequestState } from '../execution/requestState.ts';
import { fragmentsOf, selectedFields } from '../execution/selection.ts';
import type { RealtimeError, RealtimeHost, SubscribeOutcome } from '../realtime/contract.ts';
import type { Subscriptions } from './subscribers.ts';

type Accepted = { document: DocumentNode; operation: OperationDefinitionNode; field: FieldNode };
/** Real-time connections are served on this machine only, and the contract does not carry an address. */
const REMOTE_ADDRESS = '127.0.0.1';

/** The GraphQL side of real time. */
export function createRealtimeHost(
  engine: Engine,
  authenticate: Authenticator,
  subscriptions: Subscriptions,
): RealtimeHost {
  return {
    authenticate({ path, headers, body }) {
      const request = { method: 'POST', path, query: '', headers, body, remoteAddress: REMOTE_ADDRESS };
      return authenticate(request, engine.newRequestId());
    },
    async subscribe(caller, operation, headers) {
      const chosen = accept(engine, operation);
      if (Array.isArray(chosen)) return { kind: 'rejected', errors: chosen };
      return subscribe(engine, caller as AuthenticatedCaller, chosen, operation.variables, headers, subscriptions);
    },
  };
}

/** The operation's only field, or why it is not taken. */
function accept(engine: Engine, request: OperationRequest): Accepted | RealtimeError[] {
  try {
    const { document, errors } = engine.documents(request.query);
    if (errors.length > 0) return errors.map(({ message }) => rejection('ValidationError', message));
    const operation = chooseOperation(engine.schema, document, request.operationName);
    if (typeof operation === 'string') return [rejection('BadRequestException', operation)];
    if (operation.operation !== 'subscription') {
      return [rejection('UnsupportedOperation', `${operation.operation} not supported through the realtime channel`)];
    }
    // Validation has made sure that there is exactly one.
    const field = selectedFields([operation.selectionSet], fragmentsOf(document))[0] as FieldNode;
    return { document, operation, field };
  } catch (error) {
    if (error instanceof RequestError) return [rejection(error.errorType, error.message)];
    throw error;
  }
}

async function subscribe(
  engine: Engine,
  caller: AuthenticatedCaller,
  { document, operation, field }: Accepted,
  variables: Record<string, unknown>,
  headers: Record<string, string>,
  subscriptions: Subscriptions,
): Promise<SubscribeOutcome> {
  const state = engine.newState(caller, variables, headers);
  const { errors } = await executeOperation(engine, document, operation, state).finally(() => state.deadline.stop());
  const refusals = errors.filter(isRefusal);
  if (refusals.length > 0)
    return {
      kind: 'rejected',
      errors: refusals.map((error) => rejection(error.errorType ?? 'BadRequestException', error.message)),
    };
  const name = field.name.value;
  return {
    kind: 'accepted',
    field: name,
    mutations: [...(subscriptions.get(name) ?? [])],
    args: givenArguments(engine, operation, field, variables),
    ...(state.subscriptionFilter === undefined ? {} : { filter: state.subscriptionFilter }),
    ...(state.subscriptionInvalidationFilter === undefined
      ? {}
      : { invalidationFilter: state.subscriptionInvalidationFilter }),
    select: (published) => deliver(engine, document, operation, state, { [name]: published }),
  };
}

/**
 * At the start there is no object yet, so its nulls are no errors; what a handler raised, or variables that don't fit, are.
 */
function isRefusal(error: ResponseError): boolean {
  return error.path === null || error.errorType !== undefined;
}

/** Completes one published object: no resolver runs, every field is the published object's. */
async function deliver(
  engine: Engine,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  subscribed: RequestState,
  rootValue: unknown,
) {
  const state: RequestState = { ...subscribed, delivering: true, appended: [] };
  const { data, errors } = await executeOperation(engine, document, operation, state, rootValue);
  return errors.length === 0 ? { data } : { data, errors };
}

/** The arguments that are in the query and, where they are variables, in the variables; an explicit null stays. */
function givenArguments(
  { schema }: Engine,
  operation: OperationDefinitionNode,
  field: FieldNode,
  variables: Record<string, unknown>,
) {
  const definition = schema.getSubscriptionType()?.getFields()[field.name.value];
  if (definition === undefined) return {};
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const values = getArgumentValues(definition, field, coerced);
  const given = (field.arguments ?? []).filter(
    ({ value }) => value.kind !== Kind.VARIABLE || value.name.value in coerced,
  );
  return Object.fromEntries(given.map(({ name }) => [name.value, values[name.value]]));
}

function rejection(errorType: string, message: string): RealtimeError {
  return { errorType, message };
}

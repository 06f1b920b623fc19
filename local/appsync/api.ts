import type { IncomingMessage, ServerResponse } from 'node:http';
import { compileAccess } from './auth/compileAccess.ts';
import { createAuthenticator, refuseDoubledModes } from './auth/authenticator.ts';
import type { FieldAccess } from './auth/fieldAccess.ts';
import { readLimits } from './checks/limits.ts';
import { wireResolvers } from './checks/wiring.ts';
import { createDataSources } from './datasources/create.ts';
import type { ApiDefinition, Backends } from './definition.ts';
import { createAnswerer, errorResponse } from './execution/answer.ts';
import { createEngine } from './execution/engine.ts';
import { installFields } from './execution/fields.ts';
import type { ApiRequest, ApiResponse } from './http/exchange.ts';
import { createHandler } from './http/handle.ts';
import type { RealtimeHost, RealtimeHub } from './realtime/contract.ts';
import type { Clock } from './runtime/host/clock.ts';
import { loadCode } from './runtime/loadCode.ts';
import { buildSchema } from './schema/buildSchema.ts';
import { createRealtimeHost } from './subscriptions/host.ts';
import { readSubscriptions, subscribedMutations } from './subscriptions/subscribers.ts';

export type ApiOptions = {
  log?(line: string): void;
  /** Epoch milliseconds, for expiry of keys and tokens. */
  now?(): number;
  /** Epoch milliseconds as resolvers are told by `util.time`, and in the ids they make; the machine's where not given. */
  resolverClock?: Clock;
  /** Milliseconds a request may take; AppSync's 30 seconds where not given. */
  requestMs?: number;
};

export type Api = {
  /** POST, GET and OPTIONS of `/graphql`. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** The same, in process. */
  execute(request: ApiRequest): Promise<ApiResponse>;
  realtimeHost: RealtimeHost;
  /** From now on results of mutations go to its subscribers. */
  attachHub(hub: RealtimeHub): void;
};

/**
 * One AppSync API, from what the template says of it.
 * @throws at once, naming the place, for everything that would not work later: see ./checks and ./auth/compileAccess.ts
 */
export function createApi(definition: ApiDefinition, backends: Backends, options: ApiOptions = {}): Api {
  const log = options.log ?? (() => {});
  const clock = options.resolverClock ?? null;
  const tools = { log, now: options.now ?? Date.now };
  refuseDoubledModes(definition.providers);
  const schema = buildSchema(definition.schema);
  const sources = createDataSources(definition, backends);
  const resolvers = wireResolvers(definition, schema, sources, (code, name) => loadCode(code, name, { log, clock }));
  const access = compileAccess(schema, definition);
  installFields(schema, readLimits(definition), (type, field) => {
    const name = `${type}.${field}`;
    return { access: access.get(name) as FieldAccess, resolver: resolvers.get(name) };
  });
  const subscriptions = readSubscriptions(schema);
  const engine = createEngine(schema, { introspection: definition.introspection, requestMs: options.requestMs, log });
  const authenticate = createAuthenticator(definition, backends, tools);
  const realtime: { hub: RealtimeHub | null } = { hub: null };
  const execute = createAnswerer({ engine, authenticate, realtime, subscribed: subscribedMutations(subscriptions) });
  return {
    handle: createHandler(execute, (error) => errorResponse(error, engine.newRequestId())),
    execute,
    realtimeHost: createRealtimeHost(engine, authenticate, subscriptions),
    attachHub(hub) {
      realtime.hub = hub;
    },
  };
}

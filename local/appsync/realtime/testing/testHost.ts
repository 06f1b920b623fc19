import { UnauthorizedError } from '../../errors/requestError.ts';
import type { RealtimeError, RealtimeHost, SubscribeOutcome } from '../contract.ts';

type Accepted = Extract<SubscribeOutcome, { kind: 'accepted' }>;
type Authentication = Parameters<RealtimeHost['authenticate']>[0];

export type TestHost = RealtimeHost & {
  authentications: Authentication[];
  subscribed: { operation: Parameters<RealtimeHost['subscribe']>[1]; headers: Record<string, string> }[];
  /** Merged into the next accepted subscriptions. */
  accept: Partial<Accepted>;
  /** While set, subscriptions are rejected with it. */
  reject: RealtimeError[] | null;
  /** While set, `subscribe` waits for it. */
  hold: Promise<void> | null;
};

export const GOOD_KEY = 'good';

/** A host with one subscription, `onBookingChanged` of `publishBookingChange`; the API key `good` opens everything. */
export function createTestHost(): TestHost {
  const host: TestHost = {
    authentications: [],
    subscribed: [],
    accept: {},
    reject: null,
    hold: null,
    async authenticate(request) {
      host.authentications.push(request);
      if (request.headers['x-api-key'] !== GOOD_KEY) throw new UnauthorizedError();
      return { key: GOOD_KEY };
    },
    async subscribe(_caller, operation, headers) {
      host.subscribed.push({ operation, headers });
      await host.hold;
      if (host.reject !== null) return { kind: 'rejected', errors: host.reject };
      return { ...acceptedOf(operation.variables), ...host.accept };
    },
  };
  return host;
}

function acceptedOf(args: Record<string, unknown>): Accepted {
  return {
    kind: 'accepted',
    field: 'onBookingChanged',
    mutations: ['publishBookingChange'],
    args,
    select: async (published) => ({ data: { onBookingChanged: published } }),
  };
}

import { realTimers, type Timers } from './timers.ts';

/**
 * What AppSync allows one connection. Sources: AppSync's endpoints and quotas page (subscriptions a connection,
 * payload size) and its guide to real-time clients (24 hours, keep-alive); `bufferedBytes` and `closeGraceMs` are ours.
 */
export type RealtimeLimits = {
  /** Started and starting subscriptions of one connection. */
  subscriptions: number;
  /** Bytes of one message, either way. */
  messageBytes: number;
  /** How long a connection may live. */
  connectionMs: number;
  /** Time between two `ka` messages. */
  keepAliveMs: number;
  /** What `connection_ack` tells the client: without a `ka` for that long it should reconnect. */
  connectionTimeoutMs: number;
  /** Bytes a connection may have waiting to be sent before it counts as too slow and is closed. */
  bufferedBytes: number;
  /** How long a closed connection may take to answer the close before it is cut. */
  closeGraceMs: number;
};

export type RealtimeOptions = {
  /** Gets what no client can be told: dropped messages, failed subscriptions, slow clients. */
  log(line: string): void;
  limits?: Partial<RealtimeLimits>;
  timers?: Timers;
};

export type RealtimeSettings = { log(line: string): void; limits: RealtimeLimits; timers: Timers };

const KIB = 1024;
const HOUR = 60 * 60 * 1000;

const APPSYNC_LIMITS: RealtimeLimits = {
  subscriptions: 100,
  messageBytes: 240 * KIB,
  connectionMs: 24 * HOUR,
  keepAliveMs: 60_000,
  connectionTimeoutMs: 300_000,
  bufferedBytes: KIB * KIB,
  closeGraceMs: 5_000,
};

export function settingsOf(options: RealtimeOptions): RealtimeSettings {
  const limits = { ...APPSYNC_LIMITS, ...options.limits };
  return { log: (line) => options.log(line), limits, timers: options.timers ?? realTimers };
}

import type { RawData, WebSocket } from 'ws';
import type { RealtimeHost } from '../contract.ts';
import type { Hub } from '../hub/hub.ts';
import type { Subscription } from '../hub/subscription.ts';
import type { RealtimeSettings } from '../options.ts';
import { parseClientMessage, type ClientMessage, type StartMessage } from '../protocol/clientMessage.ts';
import { duplicatedOperation, maxSubscriptionsReached, unknownOperation } from '../protocol/errors.ts';
import { errorMessage } from '../protocol/serverMessage.ts';
import { CLOSE } from './closeCodes.ts';
import type { Outbox } from './outbox.ts';
import { start, type Place } from './start.ts';

export type ConnectionTools = { host: RealtimeHost; hub: Hub; settings: RealtimeSettings };

/** A subscription that is being started (null) or runs. Its identity tells it from a later one with the same id. */
type Entry = { subscription: Subscription | null };

/**
 * One accepted connection: reads the client's messages until the socket closes. A client may leave out
 * `connection_init` (the guide calls it optional), so `start` does not wait for it.
 */
export function openConnection(socket: WebSocket, outbox: Outbox, tools: ConnectionTools): void {
  const { limits, timers } = tools.settings;
  const connection = createConnection(outbox, tools);
  const timeIsUp = `Connections end after ${limits.connectionMs} ms`;
  const cancels = [
    timers.every(limits.keepAliveMs, () => outbox.send({ type: 'ka' })),
    timers.after(limits.connectionMs, () => outbox.close(CLOSE.goingAway, timeIsUp)),
  ];
  socket.on('message', (data, isBinary) => connection.receive(isBinary ? '' : textOf(data)));
  socket.once('close', () => {
    for (const cancel of cancels) cancel();
    connection.end();
  });
}

function createConnection(outbox: Outbox, { host, hub, settings }: ConnectionTools) {
  const { limits, log } = settings;
  const entries = new Map<string, Entry>();

  const forget = (id: string): boolean => {
    const subscription = entries.get(id)?.subscription ?? null;
    if (subscription !== null) hub.remove(subscription);
    return entries.delete(id);
  };

  const take = (id: string): Place => {
    const entry: Entry = { subscription: null };
    entries.set(id, entry);
    return {
      isTaken: () => entries.get(id) === entry,
      keep(subscription) {
        entry.subscription = subscription;
        hub.add(subscription);
      },
      leave: () => void forget(id),
    };
  };

  const begin = (message: StartMessage): void => {
    const { id } = message;
    if (entries.has(id)) {
      outbox.send(errorMessage(id, duplicatedOperation(id)));
    } else if (entries.size >= limits.subscriptions) {
      outbox.send(errorMessage(id, maxSubscriptionsReached(limits.subscriptions)));
    } else {
      void start(message, take(id), { host, outbox, log });
    }
  };

  const stop = (id: string): void => {
    outbox.send(forget(id) ? { type: 'complete', id } : errorMessage(id, unknownOperation(id)));
  };

  const acknowledge = (): void => {
    outbox.send({ type: 'connection_ack', payload: { connectionTimeoutMs: limits.connectionTimeoutMs } });
    // As AppSync does it: the first keep-alive follows at once.
    outbox.send({ type: 'ka' });
  };

  const handle = (message: ClientMessage): void => {
    switch (message.kind) {
      case 'init':
        return acknowledge();
      case 'start':
        return begin(message);
      case 'stop':
        return stop(message.id);
      case 'refused':
        log(`realtime: refused a message: ${message.detail}`);
        return void outbox.send(errorMessage(message.id, message.error));
    }
  };

  return {
    receive: (text: string): void => handle(parseClientMessage(text)),
    end(): void {
      for (const id of [...entries.keys()]) forget(id);
    },
  };
}

function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.concat([data].flat() as Buffer[]).toString('utf8');
}

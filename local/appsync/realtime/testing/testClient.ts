import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { ServerMessage } from '../protocol/serverMessage.ts';
import { GOOD_KEY } from './testHost.ts';

export type ConnectOptions = {
  url: string;
  protocols?: string[];
  /** HTTP headers of the upgrade. */
  headers?: Record<string, string>;
};

/** A real WebSocket client that keeps what it receives until the test asks for it. */
export type TestClient = {
  socket: WebSocket;
  send(message: unknown): void;
  /** The next message that is not a `ka`, or the next of this type. */
  next(type?: ServerMessage['type']): Promise<ServerMessage>;
  /** Messages received and not yet asked for. */
  waiting: ServerMessage[];
  start(id: string, variables?: Record<string, unknown>): void;
  /** Starts and waits for the acknowledgement. */
  subscribe(id: string, variables?: Record<string, unknown>): Promise<void>;
  closed: Promise<{ code: number; reason: string }>;
};

export const AUTHORIZATION = { host: 'api.example', 'x-api-key': GOOD_KEY };

export async function connect(options: ConnectOptions): Promise<TestClient> {
  const { url, protocols = ['graphql-ws'], headers = AUTHORIZATION } = options;
  const socket = new WebSocket(url, protocols, { headers });
  const client = clientOn(socket);
  await once(socket, 'open');
  return client;
}

function clientOn(socket: WebSocket): TestClient {
  const waiting: ServerMessage[] = [];
  let wake: () => void = () => {};
  socket.on('message', (data) => {
    waiting.push(JSON.parse(String(data)) as ServerMessage);
    wake();
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  const next = async (type?: ServerMessage['type']): Promise<ServerMessage> => {
    for (;;) {
      const index = waiting.findIndex((message) =>
        type === undefined ? message.type !== 'ka' : message.type === type,
      );
      if (index >= 0) return waiting.splice(index, 1)[0]!;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  const send = (message: unknown): void => socket.send(JSON.stringify(message));
  const start = (id: string, variables = {}): void => send(startMessage(id, variables));
  const subscribe = async (id: string, variables = {}): Promise<void> => {
    start(id, variables);
    const answer = await next();
    if (answer.type !== 'start_ack') throw new Error(`Not started: ${JSON.stringify(answer)}`);
  };
  return { socket, send, next, waiting, start, subscribe, closed };
}

export function startMessage(id: string, variables: Record<string, unknown>, authorization: object = AUTHORIZATION) {
  const data = JSON.stringify({ query: 'subscription { onBookingChanged { id } }', variables });
  return { id, type: 'start', payload: { data, extensions: { authorization } } };
}

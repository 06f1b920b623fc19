import { once } from 'node:events';
import { WebSocket } from 'ws';
import { cloud, type User } from '../cloud/cloud.ts';

type Message = {
  type: string;
  payload?: { data?: Record<string, unknown>; errors?: { errorType: string; message: string }[] };
};

/** Functions start cold on busy machines, and a cache that is away costs some of them seconds. */
const WAIT_MS = 40_000;

/** A client of AppSync's real-time protocol with one subscription. */
export type Subscription = {
  /** The next object published to it. @throws when none comes in time */
  next(): Promise<unknown>;
  /** Objects that came and were not asked for. */
  waiting(): number;
  stop(): void;
};

/** Subscribes as the user. @throws with the errors' types where the API refuses */
export async function subscribe(user: User, query: string, variables: object = {}): Promise<Subscription> {
  const authorization = { host: new URL(cloud.graphqlUrl).host, Authorization: user.idToken };
  const header = Buffer.from(JSON.stringify(authorization)).toString('base64url');
  const socket = new WebSocket(cloud.realtimeUrl, ['graphql-ws', `header-${header}`]);
  const inbox: Message[] = [];
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.type !== 'ka') inbox.push(message);
    socket.emit('mail');
  });
  const receive = async (): Promise<Message> => {
    while (inbox.length === 0) await once(socket, 'mail', { signal: AbortSignal.timeout(WAIT_MS) });
    return inbox.shift()!;
  };
  await once(socket, 'open', { signal: AbortSignal.timeout(WAIT_MS) });
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await receive();
  const data = JSON.stringify({ query, variables });
  socket.send(JSON.stringify({ id: '1', type: 'start', payload: { data, extensions: { authorization } } }));
  const started = await receive();
  if (started.type !== 'start_ack') {
    socket.close();
    throw new Error(started.payload?.errors?.map((error) => error.errorType).join() ?? started.type);
  }
  return {
    next: async () => Object.values((await receive()).payload?.data ?? {})[0],
    waiting: () => inbox.length,
    stop: () => socket.close(),
  };
}

/** What comes until the last, each once and in its order: a stream tells at least once. */
export async function heardUntil<T>(subscription: Subscription, isLast: (object: T) => boolean): Promise<T[]> {
  const heard = new Map<string, T>();
  for (;;) {
    const object = (await subscription.next()) as T;
    const key = JSON.stringify(object);
    if (!heard.has(key)) heard.set(key, object);
    if (isLast(object)) return [...heard.values()];
  }
}

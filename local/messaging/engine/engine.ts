import { buildApp } from 'fauxqs';
import type { Answer } from '../../endpoint/answer.ts';
import { localQueueClass } from './localQueue.ts';
import { createLocalStore, type LocalStore } from './localStore.ts';
import { loadModules, type Modules, type Persistence, type SnsStore } from './modules.ts';
import { createSendContext, type SendContext, type SentEntry } from './sendContext.ts';

export type Engine = {
  queues: LocalStore;
  topics: SnsStore;
  sent: SendContext;
  /** One call of SQS or SNS, not authorized. `entries` are the messages it sends, if any. */
  request(call: { headers: Record<string, string>; body: string }, entries?: SentEntry[]): Promise<Answer>;
  stop(): Promise<void>;
};

/**
 * Starts fauxqs in this process, without a port of its own.
 * @param settings.dataFolder where queues and their messages are kept; null keeps them in memory
 * @param settings.url of the queue with this name
 */
export async function startEngine(settings: {
  dataFolder: string | null;
  region: string;
  url(name: string): string;
}): Promise<Engine> {
  const modules = await loadModules();
  const sent = createSendContext();
  const queues = createLocalStore(modules, localQueueClass(modules, sent), settings.url);
  queues.region = settings.region;
  const topics = new modules.SnsStore();
  const persistence = settings.dataFolder === null ? null : openPersistence(modules, settings.dataFolder);
  if (persistence !== null) loadQueues(persistence, queues, topics);
  const stores = { sqsStore: queues, snsStore: topics, s3Store: new modules.S3Store() };
  const app = buildApp({ logger: false, stores });
  await app.ready();

  return {
    queues,
    topics,
    sent,
    request: async ({ headers, body }, entries = []) => {
      const call = { method: 'POST', url: '/', headers: { ...headers, host: 'localhost' }, payload: body } as const;
      return sent.run(entries, async () => {
        const reply = await app.inject(call);
        return { status: reply.statusCode, headers: answerHeaders(reply.headers), body: reply.body };
      });
    },
    stop: async () => {
      await app.close();
      persistence?.close();
    },
  };
}

function openPersistence({ PersistenceManager }: Modules, folder: string): Persistence {
  const persistence = new PersistenceManager(folder);
  // What was written outlives this process, however it ends; only a machine that loses power may lose the last moment.
  (persistence as unknown as { db: { exec(sql: string): void } }).db.exec('PRAGMA synchronous = NORMAL');
  return persistence;
}

/** The stores hear of the database only after they were filled from it: filling them must not write it again. */
function loadQueues(persistence: Persistence, queues: LocalStore, topics: SnsStore): void {
  persistence.loadSqsAndSns(queues, topics);
  queues.persistence = persistence;
  for (const queue of queues.allQueues()) queue.persistence = persistence;
}

const ANSWER_HEADERS = ['content-type', 'x-amzn-query-error'];

function answerHeaders(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    ANSWER_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );
}

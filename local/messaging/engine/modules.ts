import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { BuildAppOptions } from 'fauxqs';

/**
 * The parts of fauxqs that its package does not export: it only offers to start a server of its own, on all network
 * interfaces and without asking who calls. The local cloud uses its stores instead, and opens no port for them.
 * The version is pinned; the tests of this folder say when a new one moves what is used here.
 */
export type Modules = {
  SqsStore: new () => SqsStore;
  SqsQueue: new (...made: QueueArguments) => SqsQueue;
  SnsStore: new () => SnsStore;
  S3Store: new () => Stores['s3Store'];
  PersistenceManager: new (folder: string) => Persistence;
};

type Stores = NonNullable<BuildAppOptions['stores']>;
type QueueArguments = Parameters<SqsStore['createQueue']>;

export type SqsStore = Stores['sqsStore'];
export type SnsStore = Stores['snsStore'];
export type SqsQueue = ReturnType<SqsStore['createQueue']>;
export type SqsMessage = Parameters<SqsQueue['enqueue']>[0];
export type Received = ReturnType<SqsQueue['dequeue']>[number];
export type Persistence = NonNullable<SqsStore['persistence']>;

/** Loads them. @throws {Error} when fauxqs is not installed, or has them elsewhere */
export async function loadModules(): Promise<Modules> {
  // Not import.meta.resolve: test runners that load this file themselves do not have it.
  const description = findPackageJSON('fauxqs', import.meta.url);
  if (description === undefined) throw new Error('The package fauxqs is not installed.');
  const load = async (path: string): Promise<Record<string, unknown>> =>
    (await import(join(dirname(description), 'dist', path))) as Record<string, unknown>;
  const parts = await Promise.all(PATHS.map(load));
  const modules: Record<string, unknown> = Object.assign({}, ...parts);
  for (const name of NAMES) {
    if (typeof modules[name] !== 'function') throw new Error(`fauxqs has no ${name} where it used to be.`);
  }
  return modules as Modules;
}

const PATHS = ['sqs/sqsStore.js', 'sns/snsStore.js', 's3/s3Store.js', 'persistence.js'];
const NAMES: (keyof Modules)[] = ['SqsStore', 'SqsQueue', 'SnsStore', 'S3Store', 'PersistenceManager'];

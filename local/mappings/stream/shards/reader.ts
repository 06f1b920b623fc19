import { AwsServiceError } from '../../../appsync/definition.ts';
import { type Bell, createBell } from '../bell.ts';
import { resumeAt, type ShardPoint } from '../checkpoints/checkpoint.ts';
import type { RawRecord } from '../records/record.ts';
import type { Position, StreamApi } from '../streamApi.ts';

export type ReaderSettings = {
  api: StreamApi;
  shardId: string;
  from: ShardPoint;
  signal: AbortSignal;
  /** Gets what a read found, also when it only found the shard's end. */
  take(records: RawRecord[]): void;
  hasRoom(): boolean;
  /** Does whoever writes ring? */
  isToldOfWrites: boolean;
  log(line: string): void;
};

/**
 * Between reads, and at least as long as the last one took: what comes meanwhile is read, and handed to the function,
 * together. (Lambda itself reads a shard four times a second: Lambda Developer Guide, "Process DynamoDB records with Lambda".)
 */
const BETWEEN_READS_MS = 25;
/**
 * After reads that found nothing, where every write is told of: for those that went past the endpoint. DynamoDB Local
 * keeps all streams in one table and looks through everything since the iterator, so that idle streams are the dear ones.
 */
const IDLE_MS = 250;
const IDLE_TO_READ = 10;
/** The same where nobody tells of writes: short at first, then so long that an idle mapping costs next to nothing. */
const SHORTEST_POLL_MS = 5;
const LONGEST_POLL_MS = 60;
/** A read that finds so many has others behind it. */
const FULL_READ = 500;
const PAUSE_AFTER_FAILURE_MS = 500;

type Waiter = { resolve(found: number): void; reject(error: unknown): void };

/** Reads one shard, over and over, until its end is read or the signal is given. */
export class ShardReader {
  /** The last record read; null before the first. */
  lastRead: string | null;
  /** The shard's end has been read. */
  closed = false;
  /** Resolves when there will be no more reads. */
  readonly ended: Promise<void>;
  readonly #settings: ReaderSettings;
  readonly #bell: Bell;
  #next: Position;
  #iterator: string | undefined;
  #waiters: Waiter[] = [];
  #failing = false;
  #rung = false;
  /** The iterator was made anew, and has not served since. */
  #renewed = false;

  constructor(settings: ReaderSettings) {
    this.#settings = settings;
    this.#bell = createBell(settings.signal);
    this.#next = resumeAt(settings.from);
    this.lastRead = settings.from.position;
    this.ended = this.#run();
  }

  /** There may be something new. */
  ring(): void {
    this.#rung = true;
    this.#bell.ring();
  }

  /** There may be room again. */
  goOn(): void {
    this.#bell.ring();
  }

  /**
   * How many records a read found that began after this call; 0 when there is no room for more, or no more will be read.
   * @throws {AwsServiceError} when the read failed
   */
  readNow(): Promise<number> {
    if (this.closed || this.#settings.signal.aborted) return Promise.resolve(0);
    return new Promise((resolve, reject) => {
      this.#waiters.push({ resolve, reject });
      this.#bell.ring();
    });
  }

  async #run(): Promise<void> {
    const { signal, hasRoom } = this.#settings;
    let emptyReads = 0;
    while (!signal.aborted && !this.closed) {
      if (!hasRoom()) {
        for (const waiter of this.#takeWaiters()) waiter.resolve(0);
        await this.#bell.wait();
        continue;
      }
      this.#rung = false;
      const began = performance.now();
      const found = await this.#read();
      const took = performance.now() - began;
      emptyReads = found === 0 ? emptyReads + 1 : 0;
      await this.#rest(found, took, emptyReads);
    }
    for (const waiter of this.#takeWaiters()) waiter.resolve(0);
  }

  async #rest(found: number | 'failed', took: number, emptyReads: number): Promise<void> {
    if (found === 'failed') return this.#pause(PAUSE_AFTER_FAILURE_MS);
    if (found >= FULL_READ) return;
    if (!this.#settings.isToldOfWrites) {
      const poll = Math.min(LONGEST_POLL_MS, SHORTEST_POLL_MS * 2 ** (emptyReads - 1));
      return this.#pause(found > 0 ? BETWEEN_READS_MS : poll);
    }
    await this.#pause(Math.max(BETWEEN_READS_MS, took));
    await this.#pause(Math.max(IDLE_MS, took * IDLE_TO_READ), () => this.#rung);
  }

  /** Only who waits for a read cuts it short, and what `isOver` says: room for more is made all the time. */
  async #pause(milliseconds: number, isOver = (): boolean => false): Promise<void> {
    const end = performance.now() + milliseconds;
    while (this.#waiters.length === 0 && !isOver() && !this.#settings.signal.aborted) {
      const left = end - performance.now();
      if (left <= 0) return;
      await this.#bell.wait(left);
    }
  }

  /** One read; answers how many records it found, or that it failed. */
  async #read(): Promise<number | 'failed'> {
    const { api, shardId, signal, take, log } = this.#settings;
    const waiters = this.#takeWaiters();
    try {
      this.#iterator ??= await api.iterator(shardId, this.#next);
      const { records, next } = await api.records(this.#iterator);
      this.#iterator = next;
      this.closed = next === undefined;
      this.#remember(records.at(-1)?.dynamodb.SequenceNumber);
      if (records.length > 0 || this.closed) take(records);
      if (this.#failing) log(`shard ${shardId} can be read again`);
      this.#failing = false;
      this.#renewed = false;
      for (const waiter of waiters) waiter.resolve(records.length);
      return records.length;
    } catch (error) {
      this.#iterator = undefined;
      if (!this.#renewed && this.#isSettled(error)) {
        this.#renewed = true;
        this.#waiters.push(...waiters);
        return 0;
      }
      if (!this.#failing && !signal.aborted) log(`shard ${shardId} cannot be read: ${String(error)}`);
      this.#failing = true;
      for (const waiter of waiters) waiter.reject(error);
      return 'failed';
    }
  }

  #remember(sequence: string | undefined): void {
    if (sequence === undefined) return;
    this.lastRead = sequence;
    this.#next = { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: sequence };
  }

  /**
   * Is it an error that a new iterator gets over? An iterator lives for 15 minutes, a record for a day. DynamoDB Local also
   * takes records for trimmed when the first of a shard comes after an iterator was made, for all tables share its numbers.
   */
  #isSettled(error: unknown): boolean {
    const { shardId, log } = this.#settings;
    if (!(error instanceof AwsServiceError)) return false;
    if (error.code === 'ExpiredIteratorException') return true;
    if (error.code !== 'TrimmedDataAccessException') return false;
    if (this.#next.ShardIteratorType === 'TRIM_HORIZON') return true;
    log(`shard ${shardId} no longer has what follows ${this.lastRead}: records older than a day are lost`);
    this.#next = { ShardIteratorType: 'TRIM_HORIZON' };
    return true;
  }

  #takeWaiters(): Waiter[] {
    const waiters = this.#waiters;
    this.#waiters = [];
    return waiters;
  }
}

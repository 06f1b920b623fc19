import type { CalendarPage } from '../../portable/items/calendarPage.ts';
import type { CancellationReason } from '../afterConflict.ts';
import { type PageRef, pageId } from '../pageRef.ts';
import type { QueuedBooking } from '../queuedBooking.ts';
import type { Outcome } from '../round.ts';
import type { BookingWrite, TransactItem } from '../transactItems.ts';
import { type Item, meets, updated } from '../../testing/expressions.ts';
import { TABLES } from './fixtures.ts';

type StoredBooking = QueuedBooking & { status: string; version: number; refusal_type?: string; total_amount?: number };

/** The two tables, with what a group commit asks of them. */
export class MemoryTables {
  readonly #items = new Map<string, Item>();

  constructor(pages: CalendarPage[], requests: QueuedBooking[]) {
    for (const page of pages) this.putPage(page);
    for (const request of requests) {
      this.#items.set(bookingKey(request.booking_id), { ...request, status: 'QUEUED', version: 1 });
    }
  }

  putPage(page: CalendarPage): void {
    this.#items.set(pageId(page), page);
  }

  page(ref: PageRef): CalendarPage | null {
    return (this.#items.get(pageId(ref)) as CalendarPage | undefined) ?? null;
  }

  booking(id: string): StoredBooking {
    return this.#items.get(bookingKey(id)) as StoredBooking;
  }

  /** All or nothing; two operations on one item are refused. */
  transact(items: TransactItem[]): Outcome {
    const keys = items.map((item) => keyOf('Update' in item ? item.Update : item.ConditionCheck));
    if (new Set(keys).size !== keys.length) throw new Error('Two operations on one item.');
    const reasons = items.map((item, at): CancellationReason => {
      const stored = this.#items.get(keys[at]) ?? null;
      if (meets(stored, 'Update' in item ? item.Update : item.ConditionCheck)) return { code: 'None' };
      return { code: 'ConditionalCheckFailed', page: stored as CalendarPage | null };
    });
    if (reasons.some(({ code }) => code !== 'None')) return { kind: 'cancelled', reasons };
    items.forEach((item, at) => {
      if ('Update' in item) this.#items.set(keys[at], updated(this.#items.get(keys[at])!, item.Update));
    });
    return { kind: 'committed' };
  }

  update(write: BookingWrite): void {
    const stored = this.#items.get(keyOf(write))!;
    if (meets(stored, write)) this.#items.set(keyOf(write), updated(stored, write));
  }
}

function keyOf({ TableName, Key }: { TableName: string; Key: Record<string, string> }): string {
  return TableName === TABLES.bookings ? bookingKey(Key.booking_id) : pageId(Key as PageRef);
}

function bookingKey(id: string): string {
  return `booking ${id}`;
}

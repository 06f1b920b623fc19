import { type Item, meets, updated } from './expressions.ts';
import type { BookingItem } from '../portable/items/booking.ts';
import type { CalendarPage } from '../portable/items/calendarPage.ts';
import type { ChangeWrite } from '../portable/lifecycle/changeWrites.ts';

/** Bookings, pages and claims, with what a change asks of their tables. */
export class MemoryStore {
  readonly #items = new Map<string, Item>();

  putPage(page: CalendarPage): void {
    this.#items.set(pageKey(page), page);
  }

  putBooking(booking: BookingItem): void {
    this.#items.set(`booking ${booking.booking_id}`, booking);
  }

  page(ref: { property_id: string; page: string }): CalendarPage {
    return structuredClone(this.#items.get(pageKey(ref))) as CalendarPage;
  }

  booking(id: string): BookingItem {
    return structuredClone(this.#items.get(`booking ${id}`)) as BookingItem;
  }

  /** All or nothing. @returns whether it was done */
  transact(writes: ChangeWrite[]): boolean {
    const keys = writes.map(keyOf);
    if (new Set(keys).size !== keys.length) throw new Error('Two operations on one item.');
    if (!writes.every((write, at) => meets(this.#items.get(keys[at]) ?? null, conditionOf(write)))) return false;
    writes.forEach((write, at) => this.#apply(write, keys[at]));
    return true;
  }

  #apply(write: ChangeWrite, key: string): void {
    switch (write.kind) {
      case 'putBooking':
      case 'putClaim':
        this.#items.set(key, write.item);
        return;
      case 'deleteClaim':
        this.#items.delete(key);
        return;
      case 'updatePage':
        this.#items.set(key, updated(this.#items.get(key)!, { ...conditionOf(write), ...updateOf(write) }));
        return;
      case 'checkPage':
        return;
      default:
        write satisfies never;
    }
  }
}

const pageKey = ({ property_id, page }: { property_id: string; page: string }): string => `page ${property_id} ${page}`;

const claimName = ({ pk, sk }: { pk: string; sk: string }): string => `claim ${pk} ${sk}`;

function keyOf(write: ChangeWrite): string {
  switch (write.kind) {
    case 'putBooking':
      return `booking ${write.item.booking_id}`;
    case 'putClaim':
      return claimName(write.item);
    case 'deleteClaim':
      return claimName(write.key);
    default:
      return pageKey(write.key);
  }
}

function conditionOf({ condition }: ChangeWrite) {
  return {
    ConditionExpression: condition.expression,
    ExpressionAttributeNames: condition.names,
    ExpressionAttributeValues: condition.values,
  };
}

function updateOf({ update }: Extract<ChangeWrite, { kind: 'updatePage' }>) {
  return {
    UpdateExpression: update.expression,
    ExpressionAttributeNames: update.names,
    ExpressionAttributeValues: update.values,
  };
}

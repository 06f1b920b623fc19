import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookingAt, nameIn, placeOf } from './nameKey.ts';
import { bucketOf, fitsName, isSearchable, lastWordFirst } from './names.ts';
import { plainText } from './plainText.ts';
import { searchKeyNames, searchKeys, withSearchKeys } from './searchKeys.ts';

const booking = { property_id: 'lisbon-1', arrival: '2027-03-30', booking_id: '01JZX5M2K8Q4T7V9W3Y6A1B2C3' };
const of = (name: string, email = 'Ana@Guests.example') => searchKeys({ ...booking, guest: { name, email } });

describe('the search keys of a booking', () => {
  it('name the parts of both indexes, and the order within them', () => {
    expect(of('Ana Meireles')).toEqual({
      name_bucket: 'lisbon-1#an',
      last_name_bucket: 'lisbon-1#me',
      name_key: '2027-03-30#01JZX5M2K8Q4T7V9W3Y6A1B2C3#ana meireles',
      guest_email: 'ana@guests.example',
    });
  });

  it('lie in one index where the other would say the same', () => {
    expect(of('Meike')).not.toHaveProperty('last_name_bucket');
    expect(of('Maria Martins')).not.toHaveProperty('last_name_bucket');
  });

  it('are none of a name without letters', () => {
    expect(of('. ’')).toEqual({ guest_email: 'ana@guests.example' });
  });

  it('change with the name and the arrival, and leave nothing of what was', () => {
    const before = { ...booking, guest: { name: 'Ana Meireles', email: 'ana@guests.example' }, units: 2 };
    const after = {
      ...before,
      ...searchKeys(before),
      arrival: '2027-04-01',
      guest: { name: 'Meike', email: 'm@guests.example' },
    };
    const changed = withSearchKeys(after);
    expect(changed).toEqual({ ...after, ...searchKeys(after), last_name_bucket: undefined });
    expect(Object.keys(changed)).not.toContain('last_name_bucket');
    expect(Object.keys(searchKeys(before)).sort()).toEqual(searchKeyNames().sort());
  });

  it('take the place of the booking apart again', () => {
    const { name_key = '' } = of('Ana #Meireles');
    expect(placeOf(name_key)).toBe(`${booking.arrival}#${booking.booking_id}`);
    expect(bookingAt(placeOf(name_key))).toBe(booking.booking_id);
    expect(nameIn(name_key)).toBe('ana #meireles');
  });
});

const word = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom('Ana', 'João', 'Ümit', 'Ørsted', 'O', 'Li', '李', '𠮷', 'Éa', 'Смирнов', 'O’Brien'),
);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const utf8 = (text: string | undefined) => Buffer.from(text ?? '', 'utf8');

describe('any name', () => {
  /** What a search for this would look at: does it meet the booking in one of the two indexes? */
  const isFound = (by: string, keys: ReturnType<typeof searchKeys>) => {
    const partition = `${booking.property_id}#${bucketOf(by)}`;
    return [keys.name_bucket, keys.last_name_bucket].includes(partition) && fitsName(nameIn(keys.name_key!), by);
  };

  it('is found by each beginning of it, and of its last word', () => {
    fc.assert(
      fc.property(name, fc.boolean(), fc.nat(), (full, isUpper, cut) => {
        const plain = plainText(full);
        for (const whole of [plain, lastWordFirst(plain)]) {
          const beginning = plainText(whole.slice(0, 1 + (cut % Math.max(1, whole.length))));
          // Half of a character beyond 16 bits is no text.
          if (!isSearchable(beginning) || !beginning.isWellFormed()) continue;
          const typed = plainText(isUpper ? beginning.toUpperCase() : beginning);
          expect(isFound(typed, of(full)), `${full} by ${typed}`).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('makes keys that DynamoDB takes: not empty, not too long, and well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (full) => {
        const long = full.slice(0, 200).toWellFormed();
        for (const key of Object.values(of(long))) {
          expect(key.isWellFormed()).toBe(true);
          expect(utf8(key).length).toBeGreaterThan(0);
          // Source: DynamoDB developer guide, "Service, account, and table quotas": sort keys.
          expect(utf8(key).length).toBeLessThanOrEqual(1_024);
        }
      }),
    );
  });
});

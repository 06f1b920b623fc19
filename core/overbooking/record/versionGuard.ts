import type { Expression } from '../../portable/sale/expressions.ts';
import type { Overbooking } from '../../portable/items/overbooking.ts';

/** The condition of a record's write: it is still as it was read, or still not there. */
export function versionGuard(read: Overbooking | null): Expression {
  if (!read) return { expression: 'attribute_not_exists(#read)', names: { '#read': 'version' }, values: {} };
  return { expression: '#read = :read', names: { '#read': 'version' }, values: { ':read': read.version } };
}

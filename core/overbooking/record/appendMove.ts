import { overbookingKey } from '../../portable/items/operations.ts';
import type { PageWrite } from '../../portable/sale/expressions.ts';
import type { OverbookingMove } from '../../portable/items/overbooking.ts';
import type { RoomNight } from '../overbookedNight.ts';

/** One conditional update of a record. */
export type RecordWrite = PageWrite & { table: 'Operations'; key: { pk: string; sk: string } };

/**
 * Adds a move to a night's record, for the transaction that makes it: so no move is made that is not recorded. It asks
 * for no version, as it undoes nobody's write; whoever writes by a version reads again.
 * @param now ISO 8601
 */
export function appendMove(night: RoomNight, move: OverbookingMove, now: string): RecordWrite {
  return {
    table: 'Operations',
    key: overbookingKey(night.property_id, night.date, night.room_type_id),
    update: {
      expression: 'SET #moves = list_append(#moves, :moves), #version = #version + :one, #updated = :now',
      names: { '#moves': 'moves', '#version': 'version', '#updated': 'updated_at' },
      values: { ':moves': [move], ':one': 1, ':now': now },
    },
    condition: { expression: 'attribute_exists(#pk)', names: { '#pk': 'pk' }, values: {} },
  };
}

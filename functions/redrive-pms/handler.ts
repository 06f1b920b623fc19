import { toPmsSync } from '../../core/portable/items/pmsSync.ts';
import type { Refusal } from '../../core/portable/errors.ts';
import type { PmsSync } from '../../generated/types.ts';
import { sendWake } from '../shared/pms/sendWake.ts';
import { owe } from '../shared/pms/state.ts';
import { readProperty, readTarget } from '../shared/pms/target.ts';
import { reopen } from './reopen.ts';

export type Event = { propertyId: string };
export type Answer = { pmsSync: Omit<PmsSync, 'pending' | 'refused'> } | { refusal: Refusal };

/** Lets the PMS be called at once, marks the property as owing and wakes the workers, who search for what it lacks. */
export async function handler({ propertyId }: Event): Promise<Answer> {
  const [property, target] = await Promise.all([readProperty(propertyId), readTarget(propertyId)]);
  if (!property) return { refusal: { type: 'NotFound', message: 'There is no such property.' } };
  if (!target)
    return { refusal: { type: 'InvalidState', message: 'The property has no PMS that is told of bookings.' } };
  const state = await reopen(await owe(propertyId));
  await sendWake(target.kind, state, { at: Date.now(), search: { place: 'refused', after: null } });
  return { pmsSync: toPmsSync(propertyId, target.kind, state) };
}

import { measure } from '../shared/measure.ts';
import { listOpen } from '../shared/overbookings/listOpen.ts';
import { wakeResolver } from '../shared/overbookings/wakeResolver.ts';
import { config } from './config.ts';

/**
 * Every minute: measures how many overbookings are open, for the alarm, and has the resolver look at their properties
 * again. A room may have come free elsewhere in the house, a sister may have one now, or the night is over.
 * @param event of EventBridge; the same `id` however often it is delivered
 */
export async function handler(event: { id: string }): Promise<void> {
  const open = await listOpen(config.operationsTable);
  measure('UnresolvedOverbookings', open.length);
  const properties = new Set(open.map(({ property_id }) => property_id));
  await Promise.all([...properties].map((propertyId) => wakeResolver(config.work, propertyId, event.id)));
}

import { nightOfId, type RoomNight } from '../../core/overbooking/overbookedNight.ts';
import type { Refusal } from '../../core/portable/errors.ts';
import { homeRefusal } from '../../core/portable/items/homeRegion.ts';
import { toOverbooking } from '../../core/portable/items/overbooking.ts';
import type { Overbooking, ResolveOverbookingInput } from '../../generated/types.ts';
import { readCatalog } from '../shared/overbookings/readCatalog.ts';
import { readRecord, tellRecord } from '../shared/overbookings/tellRecord.ts';
import { config } from './config.ts';
import { moveBooking } from './moveBooking.ts';
import { type Job, refuse } from './job.ts';
import { noteNight } from './noteNight.ts';
import { walkGuest } from './walkGuest.ts';

/** `callerId` is the `sub` of whoever decides it; the resolver has checked that he acts for the property. */
export type Event = { input: ResolveOverbookingInput; callerId: string };
export type Answer = { overbooking: Overbooking } | { refusal: Refusal };

/** Does what staff decided about an overbooking and answers its record as it is then. */
export async function handler({ input, callerId }: Event): Promise<Answer> {
  const night = nightOfId(input.id);
  const job = night && (await readJob(night, input, callerId));
  if (!job) return refuse('NotFound', 'There is no such overbooking.');
  const away = homeRefusal(job.origin.property, config.region);
  if (away) return { refusal: away };
  const refused = await carryOut(job);
  if (refused) return refused;
  const record = await readRecord(config.operationsTable, job.night);
  return record ? { overbooking: toOverbooking(record) } : refuse('NotFound', 'There is no such overbooking.');
}

async function readJob(night: RoomNight, input: ResolveOverbookingInput, callerId: string): Promise<Job | null> {
  const [record, origin] = await Promise.all([
    readRecord(config.operationsTable, night),
    readCatalog(config.catalogTable, night.property_id),
  ]);
  return record && origin ? { night, input, callerId, origin, record } : null;
}

async function carryOut(job: Job): Promise<{ refusal: Refusal } | null> {
  switch (job.input.action) {
    case 'ACCEPT': {
      const at = new Date().toISOString();
      const command = { type: 'ACCEPT', accepted_by: job.callerId, at } as const;
      const told = await tellRecord(config.operationsTable, job.night, command);
      return 'refusal' in told ? told : null;
    }
    case 'MOVE':
      return (await moveBooking(job)) ?? noteNight(job);
    case 'WALK':
      return (await walkGuest(job)) ?? noteNight(job);
    default:
      return job.input.action satisfies never;
  }
}

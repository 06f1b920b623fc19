import {
  GetScheduleCommand,
  type GetScheduleCommandOutput,
  ListSchedulesCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { LOCAL_ADMINISTRATOR } from '../../../local/iam/administrator.ts';

/** Looks into EventBridge Scheduler of a cloud. @returns the booking's schedule; null where it has none */
export function scheduleReader(cloud: { endpointUrl: string; region: string }) {
  const { endpointUrl: endpoint, region } = cloud;
  const client = new SchedulerClient({ endpoint, region, credentials: LOCAL_ADMINISTRATOR });
  return async (bookingId: string): Promise<GetScheduleCommandOutput | null> => {
    const { Schedules = [] } = await client.send(new ListSchedulesCommand({ NamePrefix: bookingId }));
    if (Schedules.length === 0) return null;
    const [{ GroupName, Name }] = Schedules;
    // It may happen in between.
    return client.send(new GetScheduleCommand({ GroupName, Name })).catch(() => null);
  };
}

import type { StoredSchedule } from './scheduleStore.ts';

const seconds = (milliseconds: number): number => milliseconds / 1000;

/** The answer of `GetSchedule`. */
export function detailsOf({ body, createdAt, changedAt }: StoredSchedule, arn: string): object {
  const { startAt, endAt, ...rest } = body;
  return {
    Arn: arn,
    ...rest,
    CreationDate: seconds(createdAt),
    LastModificationDate: seconds(changedAt),
    ...(startAt === null ? {} : { StartDate: seconds(startAt) }),
    ...(endAt === null ? {} : { EndDate: seconds(endAt) }),
  };
}

/** An item of `ListSchedules`. */
export function summaryOf({ body, createdAt, changedAt }: StoredSchedule, arn: string): object {
  const { GroupName, Name, State, Target } = body;
  const dates = { CreationDate: seconds(createdAt), LastModificationDate: seconds(changedAt) };
  return { Arn: arn, GroupName, Name, State, Target: { Arn: Target.Arn }, ...dates };
}

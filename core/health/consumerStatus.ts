import type { HealthStatus } from '../../generated/types.ts';

/** Every consumer promises to be done within a minute; null is not known. */
const LATE_SECONDS = 60;

type Standing = { lagSeconds: number | null; deadLetters: number | null };

/** How a consumer stands, and in words what somebody must look at; null for nothing. */
export function consumerStatus({ lagSeconds, deadLetters }: Standing): {
  status: HealthStatus;
  message: string | null;
} {
  const troubles = [
    ...(deadLetters === null ? ['its queues do not answer'] : []),
    ...(deadLetters ? [`${deadLetters} dead letters`] : []),
    ...(lagSeconds !== null && lagSeconds > LATE_SECONDS ? [`${Math.round(lagSeconds)} s behind`] : []),
  ];
  return { status: troubles.length > 0 ? 'DEGRADED' : 'OK', message: troubles.join(', ') || null };
}

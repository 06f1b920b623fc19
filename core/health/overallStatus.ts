import type { HealthStatus } from '../../generated/types.ts';

/** A part or consumer as the whole sees it. `isEssential`: without it no booking can be taken. */
export type Judged = { status: HealthStatus; isEssential: boolean };

/** DOWN when an essential part is; DEGRADED when anything is not OK. */
export function overallStatus(all: readonly Judged[]): HealthStatus {
  if (all.some(({ status, isEssential }) => isEssential && status === 'DOWN')) return 'DOWN';
  return all.every(({ status }) => status === 'OK') ? 'OK' : 'DEGRADED';
}

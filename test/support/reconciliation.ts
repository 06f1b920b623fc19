import { ask, get, operator } from './cloud.ts';
import { until } from './until.ts';

const FIELDS = `id status startedAt finishedAt durationMs segments segmentsFailed pagesChecked nightsRecomputed bookingsChecked
  cacheHealed auditRefilled pmsRepushed queueWoken conflicts errors`;
const START = `mutation { startReconciliation { ${FIELDS} } }`;
const RUNS = `query($limit: Int) { reconciliationRuns(limit: $limit) { ${FIELDS} } }`;
const CONFLICTS = `{ reconciliationConflicts(limit: 100) {
  propertyId roomTypeId pageVersion nights { date soldByCalendar soldByBookings } corrected foundAt seenAt runId } }`;

export type Run = {
  id: string;
  status: string;
  startedAt: string;
  finishedAt: string | null;
  durationMs: number | null;
  segments: number;
  segmentsFailed: number;
  pagesChecked: number;
  nightsRecomputed: number;
  bookingsChecked: number;
  cacheHealed: number;
  auditRefilled: number;
  pmsRepushed: number;
  queueWoken: number;
  conflicts: number;
  errors: string[];
};

export type Conflict = {
  propertyId: string;
  roomTypeId: string;
  pageVersion: number;
  nights: { date: string; soldByCalendar: number; soldByBookings: number }[];
  corrected: boolean;
  foundAt: string;
  seenAt: string;
  runId: string;
};

export const startRun = async () => ask(await operator(), START);

export async function runs(limit = 20): Promise<Run[]> {
  return (await get(await operator(), RUNS, { limit })).reconciliationRuns;
}

/** The run, once it is over. */
export function ended(id: string): Promise<Run> {
  return until(
    `end of run ${id}`,
    async () => (await runs()).find((run) => run.id === id && run.status !== 'RUNNING'),
    50_000,
  );
}

/** A whole run that began after now; waits for one that the clock has started. */
export async function reconcile(): Promise<Run> {
  const id = await until('start of a run', async () => {
    const { data, errors } = await startRun();
    if (errors.length > 0 && errors[0].errorType !== 'InvalidState') throw new Error(errors[0].message);
    return data?.startReconciliation?.id as string | undefined;
  });
  return ended(id);
}

/** What failed of a run, but for pages that other tests have left unreadable. */
export const faultsOf = ({ errors }: Run): string[] => errors.filter((line) => !line.startsWith('pages: '));

/** What runs have found at a property. */
export async function conflictsOf(propertyId: string): Promise<Conflict[]> {
  const { reconciliationConflicts } = await get(await operator(), CONFLICTS);
  return reconciliationConflicts.filter((conflict: Conflict) => conflict.propertyId === propertyId);
}

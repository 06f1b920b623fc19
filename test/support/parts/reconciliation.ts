import { ask, get, operator } from '../cloud/cloud.ts';
import { until } from '../until.ts';

const FIELDS = `id status startedAt finishedAt durationMs segments segmentsFailed pagesChecked nightsRecomputed bookingsChecked
  cacheHealed auditRefilled pmsRepushed queueWoken holdsSwept waitlistServed conflicts errors`;
const START = `mutation { startReconciliation { ${FIELDS} } }`;
const RUNS = `query($limit: Int) { reconciliationRuns(limit: $limit) { ${FIELDS} } }`;
/** A run of a whole cloud, after one of the clock, on a busy machine. */
const RUN_MS = 60_000;
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
  holdsSwept: number;
  waitlistServed: number;
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
    RUN_MS,
  );
}

/** A whole run that began after now; waits for one that the clock has started. What it finds, that one may have mended. */
export async function reconcile(): Promise<Run> {
  const start = async () => {
    const { data, errors } = await startRun();
    if (errors.length > 0 && errors[0].errorType !== 'InvalidState') throw new Error(errors[0].message);
    return data?.startReconciliation?.id as string | undefined;
  };
  return ended(await until('start of a run', start, RUN_MS));
}

/** The first whole run that is so: engines that other tests took away may just be coming back to a function. */
export function reconcileUntil(what: string, isSo: (run: Run) => boolean): Promise<Run> {
  const run = async () => {
    const done = await reconcile();
    return isSo(done) && done;
  };
  return until(what, run, RUN_MS);
}

/** What a test's run and those of the clock have done together since an instant, ISO 8601. Runs under way count nothing. */
export async function runsSince(instant: string): Promise<Run[]> {
  return (await runs(100)).filter(({ finishedAt }) => finishedAt !== null && finishedAt > instant);
}

/** What failed of a run, but for pages that other tests have left unreadable. */
export const faultsOf = ({ errors }: Run): string[] => errors.filter((line) => !line.startsWith('pages: '));

/** What runs have found at a property. */
export async function conflictsOf(propertyId: string): Promise<Conflict[]> {
  const { reconciliationConflicts } = await get(await operator(), CONFLICTS);
  return reconciliationConflicts.filter((conflict: Conflict) => conflict.propertyId === propertyId);
}

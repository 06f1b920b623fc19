import { DateTime } from 'luxon';
import type { Cloud } from '../../local/cloud/contract.ts';
import { startCloud } from '../../local/cloud/start.ts';
import { type PmsSimulator, startPmsSimulator } from '../../local/pms/simulator.ts';
import { createGraphqlClient } from '../client/graphqlClient.ts';
import { loadHotel } from '../client/loadHotel.ts';
import { createSession } from '../client/session.ts';
import { simulatorPms } from '../client/simulatorPms.ts';
import { type Audit, audit } from './audit/audit.ts';
import { TIME_ZONE } from './plan/hotel.ts';
import { planReplay, type ReplayPlan } from './plan/plan.ts';
import { readReservations } from './read/readFile.ts';
import type { Progress } from './report/progressBar.ts';
import type { ReplayReport } from './report/report.ts';
import { createReplayClock } from './run/clock.ts';
import { runDays } from './run/runDays.ts';
import { createTally } from './run/tally.ts';

export type ReplayOptions = {
  /** A `.csv` or `.csv.gz` of the public Hotel booking demand format. */
  file: string;
  /** Units by room type, before what the data says. */
  capacity?: Record<string, number>;
  /** Only so many rows, by booking date. */
  limit?: number;
  /** Only what was booked on this date of the file or later, `YYYY-MM-DD`. */
  from?: string;
  /**
   * Only what happens before guests arrive, by the machine's time: for a cloud in another process, whose clock cannot be set, and
   * where the reconciliation must heal, which leaves alone what resolvers write in days to come.
   */
  salesOnly?: boolean;
  /** Requests at once; default 32. */
  clients?: number;
  /** A running cloud without the file's hotels; by default one is started in memory, and stopped. */
  cloud?: Cloud;
  /** The PMS of the file's hotels; by default one is started in memory, and stopped. */
  simulator?: PmsSimulator;
  onPlan?(plan: ReplayPlan): void;
  onProgress?(progress: Progress): void;
  /** Called when every request is answered, before the consumers are waited for. */
  onAnswered?(): Promise<unknown>;
  /** Called when all consumers are at rest, before the audit. */
  onRest?(): Promise<void>;
};

export type ReplayResult = { plan: ReplayPlan; report: ReplayReport; audit: Audit };

const DEFAULT_CLIENTS = 32;
const REQUEST_TIMEOUT_MS = 30_000;
const REST_TIMEOUT_MS = 600_000;

/**
 * Sends all that the bookings of a file went through to the API, in the order of their days, and audits the tables.
 * @throws when the file is not of the format, the hotels cannot be loaded, or the API answers what it never should;
 * differences that the audit finds are returned, not thrown
 */
export async function replay(options: ReplayOptions): Promise<ReplayResult> {
  const today = DateTime.now().setZone(TIME_ZONE).toISODate();
  if (!today) throw new Error(`The date in ${TIME_ZONE} is not known on this machine.`);
  const { capacity = {}, limit, from, salesOnly } = options;
  const plan = planReplay(await readReservations(options.file), { today, capacity, limit, from, salesOnly });
  options.onPlan?.(plan);
  if (options.cloud) return replayInto(options.cloud, plan, options);
  const cloud = await startCloud({ port: 0, dataFolder: null });
  try {
    return await replayInto(cloud, plan, options);
  } finally {
    await cloud.stop();
  }
}

async function withSimulator<T>(given: PmsSimulator | undefined, use: (pms: PmsSimulator) => Promise<T>): Promise<T> {
  if (given) return use(given);
  const simulator = await startPmsSimulator();
  try {
    return await use(simulator);
  } finally {
    await simulator.stop();
  }
}

function replayInto(cloud: Cloud, plan: ReplayPlan, options: ReplayOptions): Promise<ReplayResult> {
  return withSimulator(options.simulator, (simulator) => run({ cloud, simulator }, plan, options));
}

async function run(
  { cloud, simulator }: { cloud: Cloud; simulator: PmsSimulator },
  plan: ReplayPlan,
  options: ReplayOptions,
): Promise<ReplayResult> {
  const clients = options.clients ?? DEFAULT_CLIENTS;
  const client = createGraphqlClient(cloud.graphqlUrl, { connections: clients, timeoutMs: REQUEST_TIMEOUT_MS });
  const operator = createSession(cloud, {
    name: 'replay-operator',
    email: 'operator@example.com',
    groups: ['operator'],
  });
  const propertyIds = plan.hotels.map(({ property }) => property.id);
  const staff = createSession(cloud, {
    name: 'replay-staff',
    email: 'staff@example.com',
    groups: ['staff'],
    propertyIds,
  });
  try {
    for (const [at, hotel] of plan.hotels.entries()) {
      const property = { ...hotel.property, pms: await simulatorPms(cloud, simulator, hotel.property.id, at) };
      await loadHotel(client, operator, { ...hotel, property });
    }
    const tally = createTally();
    let done = 0;
    const onStep = (date: string) => {
      done += 1;
      options.onProgress?.({ done, total: plan.steps, date });
    };
    const startedAt = performance.now();
    const clock = createReplayClock(options.salesOnly ? null : cloud.resolverClock, TIME_ZONE);
    const fates = await runDays({ client, staff, clients, tally, clock, onStep }, plan.days);
    const seconds = (performance.now() - startedAt) / 1000;
    const answeredAt = performance.now();
    await options.onAnswered?.();
    await cloud.drained({ timeoutMs: REST_TIMEOUT_MS });
    const restSeconds = (performance.now() - answeredAt) / 1000;
    await options.onRest?.();
    const report = {
      rows: plan.rows,
      dayUse: plan.dayUse,
      waited: plan.waited,
      offered: [...fates.values()].filter(({ isOffered }) => isOffered).length,
      operations: tally.summary(),
      seconds,
      restSeconds,
    };
    return { plan, report, audit: await audit({ cloud, client, staff, simulator }, plan, fates) };
  } finally {
    await client.close();
  }
}

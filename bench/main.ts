import { join } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { startCloud } from '../local/cloud/start.ts';
import type { Cloud } from '../local/cloud/contract.ts';
import { ARMS } from './arms.ts';
import { createGraphqlClient } from './client/graphqlClient.ts';
import { createSession, type Session } from './client/session.ts';
import { textTable } from './client/textTable.ts';
import { type CommandLine, CommandLineError, readCommandLine, USAGE } from './commandLine.ts';
import { resultLines } from './figures/tables.ts';
import { type Generator, startGenerator } from './generator/generator.ts';
import { measure, runArm } from './measure.ts';
import { profileWhile, saveProfile, topSelfTime } from './profile/cpuProfile.ts';
import { createDynamoDb } from './sales/dynamodb.ts';
import { BENCH_HOTEL, loadBenchHotel } from './stock/benchHotel.ts';
import { loadHotStock } from './stock/hotStock.ts';
import { hotTables } from './target.ts';

const HEAP_MIB = 1_024;
const TOP_FUNCTIONS = 40;
const PROFILE_FILE = join(import.meta.dirname, '../.local/bench/bookRoom.cpuprofile');

type Bench = { cloud: Cloud; generator: Generator; staff: Session };

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function main(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2));
  const cloud = await startCloud({ port: 0, dataFolder: null, dynamodbHeap: HEAP_MIB });
  const generator = startGenerator();
  try {
    await loadStock(cloud);
    const user = { name: 'bench-staff', email: 'staff@example.com', propertyIds: [BENCH_HOTEL] };
    const bench = { cloud, generator, staff: createSession(cloud, { ...user, groups: ['staff'] }) };
    await (options.profile ? profile(bench, options) : compare(bench, options));
  } finally {
    await generator.stop();
    await cloud.stop();
  }
}

async function loadStock(cloud: Cloud): Promise<void> {
  const { idToken } = await cloud.signIn({
    name: 'bench-operator',
    email: 'operator@example.com',
    groups: ['operator'],
  });
  const client = createGraphqlClient(cloud.graphqlUrl, { connections: 1, timeoutMs: 30_000 });
  const dynamodb = createDynamoDb({ url: cloud.dynamodbUrl, region: cloud.region, connections: 1 });
  try {
    await loadBenchHotel(client, idToken);
    await loadHotStock(dynamodb, hotTables(cloud));
  } finally {
    dynamodb.destroy();
    await client.close();
  }
}

async function compare(bench: Bench, { arms, rounds, seconds }: CommandLine): Promise<void> {
  const format = '{percentage} % |{bar}| {value}/{total}  {eta_formatted} left  {arm}';
  const bar = new SingleBar({ format, noTTYOutput: true, notTTYSchedule: 10_000 }, Presets.shades_classic);
  bar.start((rounds + 1) * arms.length, 0, { arm: '' });
  try {
    const onStep = ({ done, arm }: { done: number; arm: string }) => bar.update(done, { arm });
    const results = await measure({ ...bench, rounds, seconds, onStep }, arms);
    bar.stop();
    print(resultLines(results));
  } finally {
    bar.stop();
  }
}

/** The cloud runs in this process, its load in another: what is sampled here is the cloud's own work. */
async function profile(bench: Bench, { rounds, seconds }: CommandLine): Promise<void> {
  const arm = ARMS.find(({ name }) => name === 'book-room');
  if (!arm) throw new Error('There is no arm book-room to profile.');
  await runArm(bench, arm, seconds);
  let sold = 0;
  const recorded = await profileWhile(async () => {
    ({ sold } = await runArm(bench, arm, rounds * seconds));
  });
  await saveProfile(PROFILE_FILE, recorded);
  const rows = topSelfTime(recorded, TOP_FUNCTIONS).map(({ name, place, share }) => [
    (share * 100).toFixed(1),
    name,
    place,
  ]);
  print([
    `${sold} bookings in ${rounds * seconds} s under the profiler`,
    ...textTable(['self %', 'function', 'place'], rows),
  ]);
  print(['', `The whole profile: ${PROFILE_FILE}`]);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CommandLineError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  process.exitCode = 2;
}

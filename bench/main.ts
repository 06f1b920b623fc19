import { Presets, SingleBar } from 'cli-progress';
import { startCloud } from '../local/cloud/start.ts';
import { createSession } from './client/session.ts';
import { type CommandLine, CommandLineError, readCommandLine, USAGE } from './commandLine.ts';
import { resultLines } from './figures/tables.ts';
import { startGenerator } from './generator/generator.ts';
import { type Bench, measure } from './measure.ts';
import { profileBookRoom } from './profile/profileBookRoom.ts';
import { BENCH_HOTEL } from './stock/benchHotel.ts';
import { HOT_PROPERTY } from './stock/hotStock.ts';
import { loadStock } from './stock/loadStock.ts';

/** Room for all bookings of a long run. */
const HEAP_MIB = 1_024;

async function main(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2));
  const cloud = await startCloud({ port: 0, dataFolder: null, dynamodbHeap: HEAP_MIB });
  const generator = startGenerator();
  try {
    await loadStock(cloud);
    const staff = { name: 'bench-staff', email: 'staff@example.com', propertyIds: [BENCH_HOTEL, HOT_PROPERTY] };
    const bench: Bench = { cloud, generator, staff: createSession(cloud, { ...staff, groups: ['staff'] }) };
    const { profile, rounds, seconds } = options;
    const lines = await (profile ? profileBookRoom(bench, rounds * seconds) : compare(bench, options));
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await generator.stop();
    await cloud.stop();
  }
}

async function compare(bench: Bench, { arms, rounds, seconds }: CommandLine): Promise<string[]> {
  const format = '{percentage} % |{bar}| {value}/{total}  {eta_formatted} left  {arm}';
  const bar = new SingleBar({ format, noTTYOutput: true, notTTYSchedule: 10_000 }, Presets.shades_classic);
  bar.start((rounds + 1) * arms.length, 0, { arm: '' });
  try {
    return resultLines(
      await measure(bench, arms, { rounds, seconds, onStep: (done, arm) => bar.update(done, { arm }) }),
    );
  } finally {
    bar.stop();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CommandLineError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  process.exitCode = 2;
}

import { parseArgs } from 'node:util';
import { connectPayments } from '../../local/demo/payments/connectPayments.ts';
import { startPaymentsSimulator } from '../../local/payments/simulator.ts';
import { startCloud } from '../../local/cloud/start.ts';
import { createProgressBar } from '../replay/report/progressBar.ts';
import { soak } from './soak.ts';
import { drawPlans } from './step.ts';
import { Tally } from './tally.ts';

const USAGE = `npm run soak -- [options]
  --commands N   requests to send (1,000,000)
  --guests N     at once (32)
  --seed N       of the first round; printed with what was found`;

const STEPS = 60;

const { values } = parseArgs({
  options: {
    commands: { type: 'string', default: '1000000' },
    guests: { type: 'string', default: '32' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
});
const [commands, guests, seed] = [values.commands, values.guests, values.seed].map(Number);
if (values.help || ![commands, guests, seed].every((value) => Number.isInteger(value) && value > 0)) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

/** Rounds of guests in houses of their own, until so many requests were sent or something is not as it must be. */
async function main(): Promise<number> {
  const simulator = await startPaymentsSimulator();
  const functionSettings = { STRIPE_API: simulator.url };
  const cloud = await startCloud({ port: 0, dataFolder: null, functionSettings });
  await connectPayments({ cloud, simulator });
  const ledger = () => Promise.resolve({ intents: simulator.intents(), refunds: simulator.refunds() });
  const here = { ...cloud, paymentsUrl: simulator.url, ledger };
  const bar = createProgressBar();
  const tally = new Tally();
  const startedAt = performance.now();
  try {
    for (let round = 0; tally.calls < commands; round++) {
      const differences = await soak(here, drawPlans(seed + round, guests, STEPS), tally);
      bar.show({ done: Math.min(commands, tally.calls), total: commands, date: `round ${round + 1}` });
      if (differences.length === 0) continue;
      process.stderr.write(`\nSeed ${seed + round}:\n${differences.slice(0, 50).join('\n')}\n`);
      return 1;
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const rate = (tally.calls / seconds).toFixed(0);
    const { count, p50, p95, max } = tally.expired.summary();
    const ended = `${count} holds and requests ran out and ended after ms: P50 ${p50}, P95 ${p95}, most ${max}`;
    process.stdout.write(
      `\n${tally.lines().join('\n')}\n${ended}\n${tally.calls} requests, ${rate} a second: 0 differences\n`,
    );
    return 0;
  } finally {
    bar.stop();
    await cloud.stop();
    await simulator.stop();
  }
}

process.exitCode = await main();

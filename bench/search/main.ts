import { isDeepStrictEqual, parseArgs } from 'node:util';
import { Cluster } from 'ioredis';
import type { Hit } from '../../core/search/hit.ts';
import type { Search } from '../../core/search/search.ts';
import { startRedisCluster } from '../../local/engines/redisCluster.ts';
import { textTable } from '../client/textTable.ts';
import { formatSpread, spreadOf } from '../figures/spread.ts';
import { type Arm, ARMS } from './arms.ts';
import { load } from './load.ts';
import { houses } from './stock.ts';

const STAYS = [
  { title: '3 nights', arrival: '2040-05-10', departure: '2040-05-13' },
  { title: '7 nights', arrival: '2040-05-10', departure: '2040-05-17' },
  { title: '7 nights over a month’s end', arrival: '2040-05-28', departure: '2040-06-04' },
];
/** Of the arms that are quick, so often in each round: the median of a round is one figure. */
const REPEATS = 10;
const SLOW_MS = 500;

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, arm: { type: 'string', default: '' } },
});
const rounds = Number(values.rounds);
const arms = ARMS.filter(({ name }) => name.startsWith(values.arm));

const servers = await startRedisCluster({ masters: 3 });
const cache = new Cluster(servers.nodes, { enableAutoPipelining: true });
try {
  const all = houses();
  await load(cache, all);
  const ids = all.map(({ property }) => property.id);
  for (const { title, ...dates } of STAYS) {
    const wanted = { units: 1, adults: 2, children: 0, sort: 'PRICE', near: null } as const;
    process.stdout.write(`\n${title}\n${(await compare({ propertyIds: ids, ...dates, ...wanted })).join('\n')}\n`);
  }
} finally {
  cache.disconnect();
  await servers.stop();
}

/** All arms take turns, round after round; the first round warms up. */
async function compare(search: Search): Promise<string[]> {
  const measured = new Map<Arm, Measured[]>(arms.map((arm) => [arm, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [arm, ofArm] of measured) ofArm.push(await measure(arm, search));
  }
  const [[{ hits: first }, ...own], ...others] = measured.values();
  if (first.length === 0 || others.some(([{ hits }]) => !isDeepStrictEqual(hits, first))) {
    throw new Error('The arms do not find the same.');
  }
  const rows = [...measured].map(([{ name }, [_, ...ofArm]]) => [
    name,
    formatSpread(spreadOf(ofArm.map(({ ms }) => ms)), 1),
    formatSpread(spreadOf(ofArm.map(({ processorMs }) => processorMs)), 1),
    formatSpread(spreadOf(ofArm.map(({ ms }, round) => ms / own[round].ms)), 1),
  ]);
  const title = `${search.propertyIds?.length} properties, ${first.length} found`;
  return textTable([title, 'ms', 'processor ms of the client', 'times the first'], rows);
}

type Measured = { ms: number; processorMs: number; hits: Hit[] };

async function measure(arm: Arm, search: Search): Promise<Measured> {
  const times: number[] = [];
  const used = process.cpuUsage();
  while (true) {
    const begin = performance.now();
    const hits = await arm.find(cache, search);
    times.push(performance.now() - begin);
    if (times.length < REPEATS && times[0] < SLOW_MS) continue;
    const { user, system } = process.cpuUsage(used);
    return { ms: spreadOf(times).median, processorMs: (user + system) / 1_000 / times.length, hits };
  }
}

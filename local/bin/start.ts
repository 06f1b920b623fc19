/** `npm start`: the whole system on this machine, with demo hotels, until it is interrupted. */
import type { Cloud } from '../cloud/contract.ts';
import { makeDataFolder } from '../cloud/dataFolder.ts';
import { startCloud } from '../cloud/start.ts';
import { type GraphqlClient, graphqlClient } from '../demo/client.ts';
import { connectPayments } from '../demo/payments/connectPayments.ts';
import { connectPms } from '../demo/pms/connectPms.ts';
import { loadDemo } from '../demo/loadDemo.ts';
import { bookingCommand } from './start/bookingCommand.ts';
import { describeEndpoints } from './start/describeEndpoints.ts';
import { type Endpoints, removeEndpoints, writeEndpoints } from './endpointsFile.ts';
import { availabilityQuery, exampleStay } from './start/exampleStay.ts';
import { explain } from './explain.ts';
import { settings } from './settings.ts';
import { endOnSignal } from './start/signals.ts';
import { startPayments } from './start/startPayments.ts';
import { startPms } from './start/startPms.ts';
import { summary } from './start/summary.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What the GraphiQL page starts with; known once the demo is loaded. */
let graphiql = { query: '', headers: {} as Record<string, string> };
let stop: (() => Promise<void>) | undefined;

/**
 * The engines' own chatter says nothing to a person (the last lines are in the message when one fails), nor do functions'
 * metrics, which `/metrics` and `npm run logs` show.
 */
const report = (line: string): void => {
  if (!/^(dynamodb|mariadb|redis): /.test(line) && !/^[\w-]+: \{.*"_aws":/.test(line)) say(line);
};

async function main(): Promise<void> {
  say('Keyrack starts ...');
  const { port, dataFolder, endpointsFile } = settings(process.env);
  if (dataFolder !== null) makeDataFolder(dataFolder);
  const payments = await startPayments(dataFolder, (line) => say(`Payments simulator: ${line}`));
  stop = payments.stop;
  // Functions read their templates' address of Stripe from this variable: here no money is to be had from anybody.
  const functionSettings = { STRIPE_API: payments.url };
  say(`Payments go to the simulator: STRIPE_API of the functions is ${payments.url}.`);
  const cloud = await startCloud({ port, dataFolder, functionSettings, log: report, graphiql: () => graphiql });
  stop = () => cloud.stop().finally(payments.stop);
  const pms = await startPms(dataFolder, (line) => say(`PMS simulator: ${line}`));
  // The cloud first: what it still sends while it comes to rest should arrive.
  const stopAll = (): Promise<void> => cloud.stop().finally(() => Promise.all([pms.stop(), payments.stop()]));
  stop = stopAll;
  await connectPayments({ cloud, simulator: payments });
  const endpoints = await describeEndpoints(cloud, { pmsUrl: pms.url, paymentsUrl: payments.url });
  const operator = graphqlClient(cloud.graphqlUrl, { authorization: tokenOf(endpoints, 'operator') });
  await load(operator);
  await connectPms({ cloud, operator, simulator: pms });
  const command = await prepareExample(cloud, tokenOf(endpoints, 'guest'));
  writeEndpoints(endpointsFile, endpoints);
  stop = async () => {
    removeEndpoints(endpointsFile, endpoints);
    await stopAll();
  };
  say(`\n${summary(endpoints, cloud, command)}`);
  say('Keyrack is ready');
}

const tokenOf = ({ users }: Endpoints, role: string): string => users.find((user) => user.role === role)?.idToken ?? '';

async function load(operator: GraphqlClient): Promise<void> {
  const loaded = await loadDemo(operator);
  if (loaded === null) return say('The data folder holds properties already: no demo is loaded.');
  say(
    `Loaded ${loaded.properties} demo hotels with ${loaded.roomTypes} room types and ${loaded.nights} nights of stock and rates.`,
  );
}

/** Finds a stay that is free, for the command to copy and the page to open with; null when nothing is. */
async function prepareExample(cloud: Cloud, authorization: string): Promise<string | null> {
  const stay = await exampleStay(graphqlClient(cloud.graphqlUrl, { authorization }));
  if (stay === null) return null;
  graphiql = { query: availabilityQuery(stay), headers: { authorization } };
  return bookingCommand(cloud.graphqlUrl, authorization, stay);
}

/** One line, and nothing left running. */
async function fail(error: unknown): Promise<never> {
  process.stderr.write(`Keyrack cannot run: ${explain(error)}\n`);
  await stop?.().catch((failure: unknown) => process.stderr.write(`${explain(failure)}\n`));
  process.exit(1);
}

function stopped(error?: unknown): void {
  if (error !== undefined) process.stderr.write(`Keyrack did not stop cleanly: ${explain(error)}\n`);
  process.exit(error === undefined ? 0 : 1);
}

endOnSignal(() => stop, stopped);
await main().catch(fail);

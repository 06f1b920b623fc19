import { parseArgs } from 'node:util';
import type { Arm } from './arms/arm.ts';
import { ARMS } from './arms/arms.ts';

/** What is measured: selling, or what the suite is named after. */
const SUITES = ['selling', 'cache'] as const;

export const USAGE = `npm run bench -- [suite] [options]
  suite           ${SUITES.join(', ')} (selling)
  --rounds N      rounds that count, after one of warm-up (5)
  --seconds N     of each arm in each round (2)
  --arm NAME      selling: only arms whose name begins so; may be given more than once
  --profile       selling: profile the local cloud under bookRoom instead of measuring
Arms: ${ARMS.map(({ name }) => name).join(', ')}`;

/** A command line that cannot be understood; the message says what is wrong with it. */
export class CommandLineError extends Error {
  override name = 'CommandLineError';
}

export type CommandLine = {
  suite: (typeof SUITES)[number];
  rounds: number;
  seconds: number;
  arms: Arm[];
  profile: boolean;
};

/** @throws {CommandLineError} */
export function readCommandLine(args: string[]): CommandLine {
  const { values, positionals } = parse(args);
  const suite = SUITES.find((name) => name === (positionals[0] ?? 'selling'));
  if (!suite || positionals.length > 1) throw new CommandLineError(`There is no suite ${positionals.join(' ')}.`);
  const chosen = values.arm ?? [''];
  for (const name of chosen) {
    if (!ARMS.some((arm) => arm.name.startsWith(name)))
      throw new CommandLineError(`No arm's name begins with ${name}.`);
  }
  return {
    suite,
    rounds: wholeNumber('--rounds', values.rounds),
    seconds: wholeNumber('--seconds', values.seconds),
    arms: ARMS.filter((arm) => chosen.some((name) => arm.name.startsWith(name))),
    profile: values.profile,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        rounds: { type: 'string', default: '5' },
        seconds: { type: 'string', default: '2' },
        arm: { type: 'string', multiple: true },
        profile: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new CommandLineError(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new CommandLineError(`${name} takes a whole number from 1, not ${text}.`);
  return Number(text);
}

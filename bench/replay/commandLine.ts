import { parseArgs } from 'node:util';
import type { ReplayOptions } from './replay.ts';

export const USAGE = `npm run replay -- <file> [options]
  <file>                 .csv or .csv.gz of the public Hotel booking demand format
  --capacity A=100,B=20  units of room types, before what the data says
  --limit N              only the first N rows by booking date
  --from YYYY-MM-DD      only what was booked on this date of the file or later
  --clients N            requests at once (32)`;

/** A command line that cannot be understood; the message says what is wrong with it. */
export class CommandLineError extends Error {
  override name = 'CommandLineError';
}

type CommandLine = Pick<ReplayOptions, 'file' | 'capacity' | 'limit' | 'from' | 'clients'>;

/** @throws {CommandLineError} */
export function readCommandLine(args: string[]): CommandLine {
  const { values, positionals } = parse(args);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new CommandLineError('Name one file to replay.');
  if (values.from !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.from)) {
    throw new CommandLineError(`--from takes a date such as 2015-03-01, not ${values.from}.`);
  }
  return {
    file,
    capacity: values.capacity === undefined ? {} : readCapacity(values.capacity),
    limit: wholeNumber('--limit', values.limit),
    from: values.from,
    clients: wholeNumber('--clients', values.clients),
  };
}

function parse(args: string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { capacity: option, limit: option, from: option, clients: option },
    });
  } catch (error) {
    throw new CommandLineError(error instanceof Error ? error.message : String(error));
  }
}

function readCapacity(text: string): Record<string, number> {
  return Object.fromEntries(
    text.split(',').map((entry) => {
      const [, roomTypeId, units] = /^([A-Z])=(\d+)$/.exec(entry) ?? [];
      if (!roomTypeId)
        throw new CommandLineError(`--capacity takes room types and units such as A=100,B=20, not ${entry}.`);
      return [roomTypeId, Number(units)];
    }),
  );
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text)) throw new CommandLineError(`${name} takes a whole number from 1, not ${text}.`);
  return Number(text);
}

import { AwsServiceError } from '../../appsync/definition.ts';
import { requireAllowed, type Input, type Operation } from '../../endpoint/jsonService.ts';
import type { Principals } from '../../iam/principals.ts';
import type { EventBuses } from './eventBuses.ts';

/** EventBridge User Guide, "Quotas": entries of a call, and bytes of all of them. */
const MAX_ENTRIES = 10;
const MAX_BYTES = 256 * 1024;

type Entry = {
  Source?: string;
  DetailType?: string;
  Detail?: string;
  Resources?: string[];
  EventBusName?: string;
  /** Epoch seconds. */
  Time?: number;
};

/** `PutEvents`: the caller needs the right on every bus it names; what is wrong with one entry fails that entry alone. */
export function putEvents(parts: {
  buses: EventBuses;
  principals: Principals;
  busArn(name: string): string;
}): Operation {
  return (input: Input, caller) => {
    const entries = entriesOf(input);
    for (const { EventBusName: bus = 'default', Source = '', DetailType = '' } of entries) {
      const arn = bus.startsWith('arn:') ? bus : parts.busArn(bus);
      const context = { 'events:source': Source, 'events:detail-type': DetailType };
      requireAllowed(parts.principals, caller, 'events:PutEvents', arn, { context });
    }
    const answers = entries.map((entry) => putOne(entry, parts.buses));
    return { Entries: answers, FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length };
  };
}

function entriesOf({ Entries: entries }: Input): Entry[] {
  const refuse = (message: string): never => {
    throw new AwsServiceError('ValidationException', message, 400);
  };
  if (!Array.isArray(entries) || entries.length === 0) return refuse('Entries must have 1 to 10 items.');
  if (entries.length > MAX_ENTRIES) refuse(`Entries must have 1 to ${MAX_ENTRIES} items, not ${entries.length}.`);
  const size = entries.reduce((sum: number, entry: Entry) => sum + sizeOf(entry), 0);
  if (size > MAX_BYTES)
    refuse(`Total size of the entries in the request is over the limit: ${size} of ${MAX_BYTES} bytes.`);
  return entries as Entry[];
}

/** As EventBridge counts: 14 for a time, and the bytes of source, type, detail and resources. */
function sizeOf({ Time, Source = '', DetailType = '', Detail = '', Resources = [] }: Entry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), Time === undefined ? 0 : 14);
}

type Answer = { EventId: string } | { ErrorCode: string; ErrorMessage: string };

function putOne(entry: Entry, buses: EventBuses): Answer {
  const { Source: source = '', DetailType: detailType = '', Detail: text = '', Resources: resources = [] } = entry;
  const missing = Object.entries({ source, detailType, detail: text }).find(([, value]) => value === '')?.[0];
  if (missing !== undefined)
    return refused('InvalidArgument', `Parameter ${missing} is not valid. Reason: ${missing} is a required argument.`);
  if (source.startsWith('aws.')) return refused('NotAuthorizedForSourceException', 'Not authorized for the source.');
  const detail = objectIn(text);
  if (detail === undefined) return refused('MalformedDetail', 'Detail is malformed.');
  try {
    const time = entry.Time === undefined ? {} : { time: entry.Time * 1000 };
    return { EventId: buses.put(entry.EventBusName ?? 'default', { source, detailType, detail, resources, ...time }) };
  } catch (error) {
    if (error instanceof AwsServiceError) return refused(error.code, error.message);
    throw error;
  }
}

const refused = (ErrorCode: string, ErrorMessage: string): Answer => ({ ErrorCode, ErrorMessage });

function objectIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

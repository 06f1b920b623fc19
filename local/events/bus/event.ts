import { randomUUID } from 'node:crypto';

/** An event as rules and targets see it (EventBridge User Guide, "Events"). */
export type BusEvent = {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  /** RFC 3339, whole seconds. */
  time: string;
  region: string;
  resources: string[];
  detail: unknown;
};

export type EventContents = {
  source: string;
  detailType: string;
  detail: unknown;
  resources: string[];
  /** Epoch milliseconds. */
  time: number;
};

/** @param place where the bus is */
export function createEvent(contents: EventContents, place: { accountId: string; region: string }): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': contents.detailType,
    source: contents.source,
    account: place.accountId,
    time: new Date(contents.time).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    region: place.region,
    resources: contents.resources,
    detail: contents.detail,
  };
}

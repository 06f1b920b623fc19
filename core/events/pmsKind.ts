/**
 * How a property's PMS is told of bookings: signed JSON webhooks, OpenTravel messages, or not at all. Also the value
 * of the message attribute that queues filter by.
 */
export type PmsKind = 'WEBHOOK' | 'OPENTRAVEL' | 'NONE';

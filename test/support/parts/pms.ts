import { randomUUID } from 'node:crypto';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { PmsKind } from '../../../generated/types.ts';
import { LOCAL_ADMINISTRATOR } from '../../../local/iam/administrator.ts';
import { type PmsSimulator, SIMULATOR_SECRET } from '../../../local/pms/simulator.ts';
import { cloud, get, operator } from '../cloud/cloud.ts';
import { BOOK } from '../api/operations.ts';
import { newProperty } from '../data/property.ts';
import { sendTo } from './queues.ts';
import { stayInput } from '../data/stay.ts';

const settings = { endpoint: cloud.endpointUrl, region: cloud.region, credentials: LOCAL_ADMINISTRATOR };
const secrets = new SecretsManagerClient(settings);

export type Kind = Exclude<PmsKind, 'NONE'>;

/** A secret below keyrack/pms/ with the simulator's key, in the form of the kind. Returns its name there. */
export async function newSecret(kind: Kind, propertyId: string, secret = SIMULATOR_SECRET): Promise<string> {
  const name = `test-${randomUUID()}`;
  const text = kind === 'WEBHOOK' ? secret : `${propertyId}:${secret}`;
  await secrets.send(new CreateSecretCommand({ Name: `keyrack/pms/${name}`, SecretString: text }));
  return name;
}

type Spec = {
  from: string;
  to: string;
  total?: number;
  bookingPolicy?: object;
  endpoint?: string;
  secretName?: string;
};

/** A property whose bookings are told to the simulator. */
export async function newPmsProperty(pms: PmsSimulator, kind: Kind, spec: Spec): Promise<string> {
  const id = `test-${randomUUID()}`;
  const protocol = kind === 'WEBHOOK' ? 'webhook' : 'opentravel';
  const { endpoint = pms.endpoint(id, protocol), secretName = await newSecret(kind, id), ...stock } = spec;
  return newProperty({ id, total: 50, ...stock, pms: { kind, endpoint, secretName } });
}

/** Books a stay as an operator and answers the booking's id. */
export async function book(propertyId: string, arrival: string, departure: string): Promise<string> {
  const input = stayInput({ propertyId, arrival, departure });
  const { bookRoom } = await get(await operator(), BOOK, { input });
  return bookRoom.id;
}

const SYNC = `query Sync($id: ID!) { booking(id: $id) {
  pmsSync { state newest acknowledged reason confirmationNumber updatedAt } } }`;

export async function syncOf(bookingId: string) {
  return (await get(await operator(), SYNC, { id: bookingId })).booking.pmsSync;
}

export const PMS_FIELDS =
  'propertyId kind circuit failures openedAt retryAt owesSince pending refused lastDeliveredAt lastError updatedAt';

export async function pmsOf(propertyId: string) {
  const query = `query Pms($id: ID!) { pmsSync(propertyId: $id) { ${PMS_FIELDS} } }`;
  return (await get(await operator(), query, { id: propertyId })).pmsSync;
}

export const QUEUE_OF = { WEBHOOK: 'PmsWebhook', OPENTRAVEL: 'PmsOpenTravel' } as const;

/** Sends a message to the queue of a kind, as the topic or another worker would. */
export function sendToPmsQueue(kind: Kind, body: object): Promise<void> {
  return sendTo(QUEUE_OF[kind], { body: JSON.stringify(body) });
}

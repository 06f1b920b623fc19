import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PMS_SECRETS } from '../../../core/portable/items/catalog.ts';
import type { PmsInput, Property } from '../../../generated/types.ts';
import type { Cloud } from '../../cloud/contract.ts';
import { LOCAL_ADMINISTRATOR } from '../../iam/administrator.ts';
import { type PmsSimulator, SIMULATOR_SECRET } from '../../pms/simulator.ts';
import type { GraphqlClient } from '../client.ts';
import { hotels } from '../hotels/index.ts';
import { putSecret } from '../putSecret.ts';

type Parts = {
  cloud: Pick<Cloud, 'endpointUrl' | 'region'>;
  /** A client signed in as an operator. */
  operator: GraphqlClient;
  simulator: Pick<PmsSimulator, 'endpoint'>;
  /** The simulator's. */
  secret?: string;
};

const FIELDS = `id name city country timeZone currency groupId homeRegion
  location { latitude longitude } pms { kind endpoint }
  bookingPolicy { mode holdSeconds requestSeconds waitlistSeconds payment paymentSeconds reminderHours
    cancellation { freeUntilDays feePercent feeNights } }`;
const PUT = 'mutation ($input: PutPropertyInput!) { putProperty(input: $input) { id } }';

/**
 * Has the demo hotels that are there tell the simulator of their bookings: every other one by webhook, the rest by
 * OpenTravel. Everything else about them stays; a hotel whose PMS is not on this machine keeps it.
 * @returns ids of the hotels that are connected
 */
export async function connectPms({ cloud, operator, simulator, secret = SIMULATOR_SECRET }: Parts): Promise<string[]> {
  const { endpointUrl: endpoint, region } = cloud;
  const secrets = new SecretsManagerClient({ endpoint, region, credentials: LOCAL_ADMINISTRATOR });
  const connected: string[] = [];
  for (const [at, { property }] of hotels.entries()) {
    const hotel = await read(operator, property.id);
    if (hotel === null || !isOurs(hotel)) continue;
    const pms = settingsOf(hotel.id, at % 2 === 0 ? 'WEBHOOK' : 'OPENTRAVEL', simulator);
    const text = pms.kind === 'WEBHOOK' ? secret : `${hotel.id}:${secret}`;
    await putSecret(secrets, `${PMS_SECRETS}${pms.secretName}`, text);
    await operator(PUT, { input: { ...hotel, pms } });
    connected.push(hotel.id);
  }
  secrets.destroy();
  return connected;
}

async function read(operator: GraphqlClient, id: string): Promise<Property | null> {
  const { property } = await operator<{ property: Property | null }>(
    `query ($id: ID!) { property(id: $id) { ${FIELDS} } }`,
    { id },
  );
  return property;
}

/** The simulator may listen on another port than at the last start. */
const isOurs = ({ pms }: Property): boolean => !pms?.endpoint || pms.endpoint.startsWith('http://127.0.0.1:');

function settingsOf(id: string, kind: 'WEBHOOK' | 'OPENTRAVEL', simulator: Parts['simulator']): PmsInput {
  const endpoint = simulator.endpoint(id, kind === 'WEBHOOK' ? 'webhook' : 'opentravel');
  return { kind, endpoint, secretName: `demo-${id}` };
}

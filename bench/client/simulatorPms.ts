import { CreateSecretCommand, ResourceExistsException, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PMS_SECRETS } from '../../core/portable/catalog.ts';
import type { PmsInput } from '../../generated/types.ts';
import type { Cloud } from '../../local/cloud/contract.ts';
import { LOCAL_ADMINISTRATOR } from '../../local/iam/administrator.ts';
import { type PmsSimulator, SIMULATOR_SECRET } from '../../local/pms/simulator.ts';

const SECRET_NAME = 'simulator';

/** Keeps what the simulator asks of its callers as a secret, under the name that {@link simulatorPms} tells. */
export async function keepSimulatorSecret(cloud: Pick<Cloud, 'endpointUrl' | 'region'>): Promise<void> {
  const client = new SecretsManagerClient({
    endpoint: cloud.endpointUrl,
    region: cloud.region,
    credentials: LOCAL_ADMINISTRATOR,
  });
  try {
    await client.send(
      new CreateSecretCommand({ Name: `${PMS_SECRETS}${SECRET_NAME}`, SecretString: SIMULATOR_SECRET }),
    );
  } catch (error) {
    if (!(error instanceof ResourceExistsException)) throw error;
  } finally {
    client.destroy();
  }
}

/** The simulator as the PMS of a property; `at` chooses the protocol, so that hotels in a row use both. */
export function simulatorPms(simulator: PmsSimulator, propertyId: string, at: number): PmsInput {
  const kind = at % 2 === 0 ? 'WEBHOOK' : 'OPENTRAVEL';
  const endpoint = simulator.endpoint(propertyId, kind === 'WEBHOOK' ? 'webhook' : 'opentravel');
  return { kind, endpoint, secretName: SECRET_NAME };
}

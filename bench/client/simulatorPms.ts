import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PMS_SECRETS } from '../../core/portable/items/catalog.ts';
import type { PmsInput } from '../../generated/types.ts';
import type { Cloud } from '../../local/cloud/contract.ts';
import { putSecret } from '../../local/demo/putSecret.ts';
import { LOCAL_ADMINISTRATOR } from '../../local/iam/administrator.ts';
import { type PmsSimulator, SIMULATOR_SECRET } from '../../local/pms/simulator.ts';

/**
 * The simulator as the PMS of a property, its secret kept where the product looks for it.
 * @param at chooses the protocol, so that hotels in a row use both
 */
export async function simulatorPms(
  { endpointUrl: endpoint, region }: Pick<Cloud, 'endpointUrl' | 'region'>,
  simulator: PmsSimulator,
  propertyId: string,
  at: number,
): Promise<PmsInput> {
  const isWebhook = at % 2 === 0;
  const secretName = `replay-${propertyId}`;
  const client = new SecretsManagerClient({ endpoint, region, credentials: LOCAL_ADMINISTRATOR });
  try {
    const text = isWebhook ? SIMULATOR_SECRET : `${propertyId}:${SIMULATOR_SECRET}`;
    await putSecret(client, `${PMS_SECRETS}${secretName}`, text);
  } finally {
    client.destroy();
  }
  return {
    kind: isWebhook ? 'WEBHOOK' : 'OPENTRAVEL',
    endpoint: simulator.endpoint(propertyId, isWebhook ? 'webhook' : 'opentravel'),
    secretName,
  };
}

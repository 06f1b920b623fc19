import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Cloud } from '../../cloud/contract.ts';
import { LOCAL_ADMINISTRATOR } from '../../iam/administrator.ts';
import { type PaymentsSimulator, SIMULATOR_KEYS } from '../../payments/simulator.ts';
import { putSecret } from '../putSecret.ts';

type Parts = {
  cloud: Pick<Cloud, 'endpointUrl' | 'region' | 'outputs'>;
  simulator: Pick<PaymentsSimulator, 'webhooks'>;
};

/**
 * Makes service and simulator known to one another: the keys as the secret that functions read, and the webhook function's
 * address as the place that events go to. That functions call the simulator and not Stripe is the setting STRIPE_API.
 * @throws {Error} where the templates have no webhook function
 */
export async function connectPayments({ cloud, simulator }: Parts): Promise<void> {
  const { endpointUrl: endpoint, region, outputs } = cloud;
  const url = outputs.StripeWebhookUrl;
  if (url === undefined) throw new Error('The stacks have no output StripeWebhookUrl.');
  const secrets = new SecretsManagerClient({ endpoint, region, credentials: LOCAL_ADMINISTRATOR });
  await putSecret(secrets, 'keyrack/payments/stripe', JSON.stringify(SIMULATOR_KEYS));
  secrets.destroy();
  simulator.webhooks.setEndpoint({ url, secret: SIMULATOR_KEYS.webhookSecret });
}

import { functions } from '../../../functions/manifest.ts';
import type { Cloud } from '../../cloud/contract.ts';
import { demoUsers } from '../../demo/users.ts';
import type { Endpoints } from '../endpointsFile.ts';

/** The running system's addresses, its functions, and its demo users signed in. */
export async function describeEndpoints(
  cloud: Cloud,
  simulators: Pick<Endpoints, 'pmsUrl' | 'paymentsUrl'>,
): Promise<Endpoints> {
  const { graphqlUrl, realtimeUrl, graphiqlUrl, mailboxUrl, endpointUrl, apiKey, region } = cloud;
  const users = demoUsers.map(async ({ role, ...user }) => {
    const { idToken } = await cloud.signIn(user);
    return {
      name: user.name,
      role,
      ...(user.propertyIds === undefined ? {} : { propertyIds: user.propertyIds }),
      idToken,
    };
  });
  return {
    graphqlUrl,
    realtimeUrl,
    graphiqlUrl,
    mailboxUrl,
    endpointUrl,
    ...simulators,
    functionUrls: urlsOf(cloud.outputs),
    apiKey,
    region,
    functions: namesInManifest(cloud.functions),
    users: await Promise.all(users),
  };
}

/** The app calls a construct as the manifest calls its function, with a capital. */
function namesInManifest(running: Cloud['functions']): Record<string, string> {
  const names = Object.keys(functions).map((name) => [name, running[name.charAt(0).toUpperCase() + name.slice(1)]]);
  return Object.fromEntries(names.filter(([, physical]) => physical !== undefined)) as Record<string, string>;
}

/** Outputs that tell the address of a function, by its name in the manifest: `StripeWebhookUrl` is stripeWebhook's. */
function urlsOf(outputs: Cloud['outputs']): Record<string, string> {
  const named = Object.keys(functions).map((name) => [
    name,
    outputs[`${name.charAt(0).toUpperCase()}${name.slice(1)}Url`],
  ]);
  return Object.fromEntries(named.filter(([, url]) => url !== undefined)) as Record<string, string>;
}

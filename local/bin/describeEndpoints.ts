import type { Cloud } from '../cloud/contract.ts';
import { demoUsers } from '../demo/users.ts';
import type { Endpoints } from './endpointsFile.ts';

/** The running system's addresses, and its demo users signed in. */
export async function describeEndpoints(cloud: Cloud): Promise<Endpoints> {
  const { graphqlUrl, realtimeUrl, graphiqlUrl, endpointUrl, apiKey, region } = cloud;
  const users = demoUsers.map(async ({ role, ...user }) => {
    const { idToken } = await cloud.signIn(user);
    return {
      name: user.name,
      role,
      ...(user.propertyIds === undefined ? {} : { propertyIds: user.propertyIds }),
      idToken,
    };
  });
  return { graphqlUrl, realtimeUrl, graphiqlUrl, endpointUrl, apiKey, region, users: await Promise.all(users) };
}

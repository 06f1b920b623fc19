import type { Backends } from '../../appsync/definition.ts';
import type { Principals } from '../../iam/principals.ts';
import { verifySignature } from './verify.ts';

/** Who signed a request to the API, as AppSync's IAM authorization wants to know it. */
export function createIamCaller(settings: {
  principals: Principals;
  region: string;
  accountId: string;
}): Backends['iamCaller'] {
  const { principals, region, accountId } = settings;
  return async (request) => {
    const principal = await verifySignature(request, {
      byAccessKey: principals.byAccessKey,
      region,
      service: 'appsync',
    });
    if (principal === null) return null;
    const { roleArn, userArn, accessKeyId } = principal;
    return {
      accountId,
      userArn,
      // `identity.username` of a role is `<role id>:<session name>`; the key id stands in for the role's unique id.
      username: `${accessKeyId}:${userArn.split('/').at(-1)}`,
      allows: (action, resourceArn) => principals.isAllowed(roleArn, action, resourceArn).allowed,
    };
  };
}

import { ownCredentials } from './signedCall.ts';
import { signedGraphql } from './signedGraphql.ts';

/** Sends GraphQL mutations to the product's own API with the function's credentials. */
export function publisher({ graphqlUrl, region }: { graphqlUrl: string; region: string }) {
  const credentials = ownCredentials();
  return (query: string, variables: object) =>
    signedGraphql({ url: graphqlUrl, region, credentials }, query, variables);
}

import { signedGraphql } from './signedGraphql.ts';

/** Sends GraphQL mutations to the product's own API with the function's credentials, as Lambda puts them into the environment. */
export function publisher({ graphqlUrl, region }: { graphqlUrl: string; region: string }) {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN } = process.env;
  const credentials = {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    sessionToken: AWS_SESSION_TOKEN,
  };
  return (query: string, variables: object) =>
    signedGraphql({ url: graphqlUrl, region, credentials }, query, variables);
}

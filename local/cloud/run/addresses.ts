/** Where the API answers. */
export type Addresses = { graphqlUrl: string; realtimeUrl: string; graphiqlUrl: string };

export function addressesAt(port: number): Addresses {
  const host = `127.0.0.1:${port}`;
  return {
    graphqlUrl: `http://${host}/graphql`,
    realtimeUrl: `ws://${host}/graphql/realtime`,
    graphiqlUrl: `http://${host}/graphiql`,
  };
}

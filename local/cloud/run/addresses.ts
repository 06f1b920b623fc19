/** Where the API and its pages answer. */
export type Addresses = { graphqlUrl: string; realtimeUrl: string; graphiqlUrl: string; mailboxUrl: string };

export function addressesAt(port: number): Addresses {
  const host = `127.0.0.1:${port}`;
  return {
    graphqlUrl: `http://${host}/graphql`,
    realtimeUrl: `ws://${host}/graphql/realtime`,
    graphiqlUrl: `http://${host}/graphiql`,
    mailboxUrl: `http://${host}/mailbox`,
  };
}

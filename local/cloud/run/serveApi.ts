import { createApi } from '../../appsync/api.ts';
import type { Clock } from '../../appsync/runtime/host/clock.ts';
import type { ApiDefinition, Backends } from '../../appsync/definition.ts';
import { createRealtimeServer } from '../../appsync/realtime/server.ts';
import { URLS_PATH } from '../../functionUrls/functionUrls.ts';
import type { Mailbox } from '../../mail/mailbox.ts';
import { mailboxRoute } from '../../mail/page/route.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import { metricsPage } from '../../metrics/page.ts';
import type { CloudOptions } from '../contract.ts';
import { graphiqlPage } from '../http/graphiqlPage.ts';
import { indexPage } from '../http/indexPage.ts';
import type { HttpServer, Route } from '../http/server.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { Addresses } from './addresses.ts';

/** Loads the API and opens the HTTP server's doors to it. @throws when the API's schema, resolvers or code do not fit together */
export function serveApi(
  definition: ApiDefinition,
  { backends, server, addresses, mailbox, metrics, functionUrls, options, lifecycle, resolverClock }: Surroundings,
): void {
  const log = options.log ?? (() => {});
  const api = createApi(definition, backends, { log, resolverClock });
  const realtime = createRealtimeServer(api.realtimeHost, { log });
  // Stopped here, before what requests under way still need; WebSockets go first, for the server waits for them.
  lifecycle.add('HTTP server', server.stop);
  lifecycle.add('real-time connections', realtime.close);
  api.attachHub(realtime.hub);
  const preset = options.graphiql ?? (() => ({ query: '', headers: visitorHeaders(definition) }));
  server.serve(
    {
      '/': indexPage({
        GraphQL: addresses.graphqlUrl,
        'Real time': addresses.realtimeUrl,
        GraphiQL: addresses.graphiqlUrl,
        Mailbox: addresses.mailboxUrl,
      }),
      '/graphql': api.handle,
      '/graphiql': graphiqlPage(preset),
      '/mailbox': mailboxRoute(mailbox),
      '/metrics': metricsPage(metrics),
      [`${URLS_PATH}/`]: functionUrls,
    },
    { '/graphql/realtime': realtime.handleUpgrade },
  );
}

type Surroundings = {
  backends: Backends;
  server: HttpServer;
  addresses: Addresses;
  mailbox: Mailbox;
  metrics: Metrics;
  functionUrls: Route;
  options: CloudOptions;
  lifecycle: Lifecycle;
  resolverClock: Clock;
};

function visitorHeaders({ providers }: ApiDefinition): Record<string, string> {
  const [key] = providers.flatMap((provider) => (provider.mode === 'API_KEY' ? provider.keys : []));
  return key === undefined ? {} : { 'x-api-key': key.key };
}

import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { Route } from './server.ts';

/** What the page starts with: a query, and the headers to send it with. */
export type GraphiqlPreset = { query: string; headers: Record<string, string> };

/** A page to try the API in, all of it served from here. @param preset asked for each time the page is opened */
export function graphiqlPage(preset: () => GraphiqlPreset): Route {
  return (_, res) => {
    const { query, headers } = preset();
    const page = renderGraphiQL({
      title: 'Keyrack',
      endpoint: '/graphql',
      defaultQuery: query,
      headers: JSON.stringify(headers, null, 2),
      // Tokens change from start to start: the page's last ones must not win over the preset.
      shouldPersistHeaders: false,
    });
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
  };
}

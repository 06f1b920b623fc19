import { afterEach, expect, it } from 'vitest';
import { graphiqlPage } from './graphiqlPage.ts';
import { indexPage } from './indexPage.ts';
import { type HttpServer, listen, PortTakenError } from './server.ts';

const servers: HttpServer[] = [];
const start = async (port = 0): Promise<HttpServer> => {
  const server = await listen(port);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});
const get = (server: HttpServer, path: string): Promise<Response> => fetch(`http://127.0.0.1:${server.port}${path}`);

it('answers 503 until it serves, then its routes, and 404 elsewhere', async () => {
  const server = await start();
  expect((await get(server, '/')).status).toBe(503);
  server.serve({ '/': indexPage({ GraphQL: 'http://here/graphql' }) }, {});
  expect(await (await get(server, '/?a=b')).text()).toContain('GraphQL  http://here/graphql');
  expect((await get(server, '/constructor')).status).toBe(404);
});

it('hands a route that ends in a slash all that lies below it', async () => {
  const server = await start();
  server.serve({ '/below/': (req, res) => void res.end(req.url), '/below/own': (_, res) => void res.end('own') }, {});
  expect(await (await get(server, '/below/a/b?c=d')).text()).toBe('/below/a/b?c=d');
  expect(await (await get(server, '/below/own')).text()).toBe('own');
  expect((await get(server, '/below')).status).toBe(404);
});

it('serves a page to try the API in, with the preset of the moment and nothing from elsewhere', async () => {
  const server = await start();
  let query = 'query First { a }';
  server.serve({ '/graphiql': graphiqlPage(() => ({ query, headers: { authorization: 'token' } })) }, {});
  query = 'query Second { a }';
  const page = await (await get(server, '/graphiql')).text();
  expect(page).toContain('query Second { a }');
  expect(page).toContain('\\"authorization\\": \\"token\\"');
  expect(page).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
});

it('names a taken port', async () => {
  const { port } = await start();
  await expect(listen(port)).rejects.toThrow(new PortTakenError(`port ${port} is taken by another program`));
});

it('refuses a WebSocket where there is none, and stops twice', async () => {
  const server = await start();
  server.serve({}, {});
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/elsewhere`);
  await new Promise((resolve) => socket.addEventListener('error', resolve, { once: true }));
  await server.stop();
  await server.stop();
});

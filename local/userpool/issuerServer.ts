import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Events, OAuth2Service, type MutableResponse, type OAuth2Issuer } from 'oauth2-mock-server';

/** The public side of a pool: its discovery document and keys, below the issuer's URL. */
export type IssuerServer = { url: string; port: number; stop(): Promise<void> };

const JWKS = '/.well-known/jwks.json';
const DISCOVERY = '/.well-known/openid-configuration';
const HOST = '127.0.0.1';

/**
 * Serves an issuer on loopback and sets its URL. Only Cognito's two public documents are served: the library's token
 * endpoint would hand a signed token to anybody who asks.
 *
 * @param port 0 takes a free one
 * @param path e.g. `/us-east-1_example`; `` for none
 * @throws EADDRINUSE when the port is taken
 */
export async function serveIssuer(issuer: OAuth2Issuer, port: number, path: string): Promise<IssuerServer> {
  const service = new OAuth2Service(issuer, { jwks: JWKS, wellKnownDocument: DISCOVERY });
  service.on(Events.BeforeWellKnownOpenIdConfiguration, (answer: MutableResponse) => {
    const {
      issuer: url,
      jwks_uri,
      id_token_signing_alg_values_supported,
      subject_types_supported,
    } = answer.body as Record<string, unknown>;
    answer.body = { issuer: url, jwks_uri, id_token_signing_alg_values_supported, subject_types_supported };
  });
  const answer = service.requestHandler;
  const server = createServer((request, response) => {
    const document = request.url?.startsWith(`${path}/`) ? request.url.slice(path.length) : '';
    if (request.method !== 'GET' || (document !== JWKS && document !== DISCOVERY)) {
      response.writeHead(404).end();
      return;
    }
    request.url = document;
    answer(request, response);
  });
  server.listen(port, HOST);
  await once(server, 'listening');
  const bound = (server.address() as AddressInfo).port;
  issuer.url = `http://${HOST}:${bound}${path}`;
  return { url: issuer.url, port: bound, stop: () => stop(server) };
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

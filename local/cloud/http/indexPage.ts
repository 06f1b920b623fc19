import type { Route } from './server.ts';

/** The plain front page: what answers where. */
export function indexPage(addresses: Record<string, string>): Route {
  const width = Math.max(...Object.keys(addresses).map((name) => name.length));
  const lines = Object.entries(addresses).map(([name, address]) => `${name.padEnd(width)}  ${address}`);
  const text = `Keyrack is running.\n\n${lines.join('\n')}\n`;
  return (_, res) => void res.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

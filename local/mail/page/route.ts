import type { ServerResponse } from 'node:http';
import PostalMime from 'postal-mime';
import type { Route } from '../../cloud/http/server.ts';
import type { Mailbox } from '../mailbox.ts';
import { listPage, mailPage } from './pages.ts';

/**
 * `GET /mailbox` lists the mails, `?id=` shows one, `?to=` only those to an address. Programs get the same as JSON when they
 * accept that, and one mail as it is with `message/rfc822`.
 */
export function mailboxRoute(mailbox: Mailbox): Route {
  return (request, response) => {
    if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end();
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const [id, accept] = [query.get('id'), request.headers.accept ?? ''];
    const answered = id === null ? list(mailbox, query.get('to'), accept) : show(mailbox, id, accept);
    answered.then(
      (answer) => send(response, answer),
      (error: unknown) => void response.writeHead(500).end(`The mailbox failed: ${String(error)}\n`),
    );
  };
}

type Page = { status?: number; type: string; body: string };

async function list(mailbox: Mailbox, to: string | null, accept: string): Promise<Page> {
  const mails = mailbox.list({ to });
  return accept.includes('json') ? json(mails) : html(listPage(mails));
}

async function show(mailbox: Mailbox, id: string, accept: string): Promise<Page> {
  const eml = await mailbox.read(id);
  if (eml === null) return { status: 404, type: 'text/plain', body: 'There is no such mail.\n' };
  if (accept.includes('rfc822')) return { type: 'message/rfc822', body: eml };
  const mail = await PostalMime.parse(eml);
  return accept.includes('json') ? json(mail) : html(mailPage(mail));
}

const json = (value: unknown): Page => ({ type: 'application/json', body: JSON.stringify(value) });
const html = (body: string): Page => ({ type: 'text/html', body });

/** Nothing is loaded from anywhere and nothing runs, whatever a mail says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'";

function send(response: ServerResponse, { status = 200, type, body }: Page): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
}

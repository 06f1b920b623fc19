import { Liquid } from 'liquidjs';
import type { Email } from 'postal-mime';
import type { Summary } from '../mailbox.ts';

const liquid = new Liquid({ strictVariables: true, strictFilters: true, outputEscape: 'escape' });

const HEAD = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Mailbox</title>
<style>
  body { font: 14px system-ui, sans-serif; margin: 2rem }
  table { border-collapse: collapse }
  th, td { padding: .3rem .8rem; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top }
  iframe { width: 100%; height: 36rem; border: 1px solid #ddd }
  pre { white-space: pre-wrap }
</style>`;

const LIST = liquid.parse(`${HEAD}
<h1>Mailbox</h1>
<p>Mails to guests, none of them delivered: {{ total }}{% if total > shown %}, of which the newest {{ shown }}{% endif %}.</p>
<table>
<tr><th scope="col">Sent</th><th scope="col">To</th><th scope="col">From</th><th scope="col">Subject</th></tr>
{% for mail in mails %}<tr><td>{{ mail.at }}</td><td>{{ mail.to }}</td><td>{{ mail.from }}</td>
<td><a href="?id={{ mail.id }}">{{ mail.subject }}</a></td></tr>
{% endfor %}</table>
`);

const MAIL = liquid.parse(`${HEAD}
<p><a href="/mailbox">Mailbox</a></p>
<h1>{{ subject }}</h1>
<table>{% for header in headers %}<tr><th scope="row">{{ header.originalKey }}</th><td>{{ header.value }}</td></tr>
{% endfor %}</table>
<h2>HTML</h2>
<iframe sandbox title="HTML part" srcdoc="{{ html }}"></iframe>
<h2>Text</h2>
<pre>{{ text }}</pre>
`);

/** So that the page opens however many there are. */
const MOST_ROWS = 200;

export function listPage(mails: readonly Summary[]): string {
  const newest = mails.slice(0, MOST_ROWS).map((mail) => ({ ...mail, to: mail.to.join(', ') }));
  return liquid.renderSync(LIST, { mails: newest, total: mails.length, shown: newest.length }) as string;
}

/** The HTML part stands in a frame without scripts, forms, or a way to what is around it. */
export function mailPage({ subject = '', headers, html = '', text = '' }: Email): string {
  return liquid.renderSync(MAIL, { subject, headers, html, text }) as string;
}

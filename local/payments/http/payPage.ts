import { escape } from '../../simulator/http/escape.ts';
import { TEST_CARDS } from '../api/paymentMethods.ts';
import type { Intent } from '../objects/intent.ts';

/** The page where a person pays: a button for each test card, or for the bank's question. */
export function payPage(intent: Intent, problem: string | null): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pay</title>
<style>
  body { font: 16px system-ui, sans-serif; margin: 2rem auto; max-width: 30rem }
  button { display: block; width: 100%; margin: .4rem 0; padding: .6rem; font: inherit }
  .problem { color: #a00 }
</style>
<h1>Pay ${escape(amountOf(intent))}</h1>
<p>A payment simulator: no card is charged. Status: <strong>${escape(intent.status)}</strong></p>
${problem === null ? '' : `<p class="problem" role="alert">${escape(problem)}</p>`}
${buttons(intent)}
</html>
`;
}

function buttons({ status, client_secret }: Intent): string {
  if (status === 'requires_action') {
    return form(client_secret, 'authenticate', [
      ['true', 'It is me: the bank may pay'],
      ['false', 'It is not me'],
    ]);
  }
  if (status !== 'requires_payment_method' && status !== 'requires_confirmation') return '';
  return form(
    client_secret,
    'payment_method',
    TEST_CARDS.map((card) => [card, card]),
  );
}

function form(clientSecret: string, name: string, choices: [string, string][]): string {
  const lines = choices.map(([value, text]) => `<button name="${name}" value="${value}">${escape(text)}</button>`);
  const secret = `<input type="hidden" name="client_secret" value="${escape(clientSecret)}">`;
  return `<form method="post" action="/pay">${secret}\n${lines.join('\n')}\n</form>`;
}

/** In the currency's own way of writing. */
function amountOf({ amount, currency }: Intent): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(amount / 10 ** maximumFractionDigits);
}

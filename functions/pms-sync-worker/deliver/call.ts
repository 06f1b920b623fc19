import { type Outcome, temporary } from '../../../core/pms/outcome.ts';
import { classifySilence } from '../../../core/pms/policy/classifyStatus.ts';
import type { Target } from '../../shared/pms/target.ts';
import { forgetSecret, readSecret } from '../../shared/readSecret.ts';
import { type Adapter, SecretError, type Telling } from '../adapters/adapter.ts';
import { openTravel } from '../adapters/opentravel.ts';
import { webhook } from '../adapters/webhook.ts';
import { EndpointError } from '../http/checkedLookup.ts';
import { post } from '../http/post.ts';

const ADAPTERS: Record<Target['kind'], Adapter> = { WEBHOOK: webhook, OPENTRAVEL: openTravel };
/** The PMS does not know the secret: it may have been changed since it was read. */
const NOT_KNOWN = new Set([401, 403, 407]);

/** Tells the PMS once. Whatever goes wrong is an outcome. */
export async function call(target: Target, telling: Telling): Promise<Outcome> {
  const secret = await readSecret(target.secret).catch(() => null);
  if (secret === null) return temporary(`the secret ${target.secret} cannot be read`);
  const adapter = ADAPTERS[target.kind];
  try {
    const answer = await post({ endpoint: target.endpoint, ...adapter.write(telling, secret) });
    if (NOT_KNOWN.has(answer.status)) forgetSecret(target.secret);
    return adapter.read(answer, telling.booking.id);
  } catch (error) {
    return failure(error as Error, target);
  }
}

/** What is set up wrongly passes as well: an operator corrects it, and the circuit holds the bookings meanwhile. */
function failure(error: Error, { secret }: Target): Outcome {
  if (error instanceof EndpointError) return temporary(error.message);
  if (error instanceof SecretError) {
    forgetSecret(secret);
    return temporary(error.message);
  }
  const isLate = error.name === 'TimeoutError' || error.name === 'AbortError';
  return classifySilence(isLate ? 'timeout' : 'network');
}

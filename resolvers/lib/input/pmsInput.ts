import { util } from '@aws-appsync/utils';
import type { PmsInput } from '../../../generated/types.ts';
import { checkId, checkLength } from './checks.ts';
import { fail } from '../answer/fail.ts';

/** A host's name with a top-level domain, so no address; no user, no fragment. Which addresses it has, the worker checks. */
const PUBLIC = '^https://([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*(:[0-9]{1,5})?(/[^ #@]*)?$';
/** For a PMS on the developer's own machine; the worker connects to it nowhere else. */
const LOOPBACK = '^http://(127\\.0\\.0\\.1|localhost):[0-9]{1,5}(/[^ #@]*)?$';

/** The attributes of a property that say where its bookings are told; empty where nobody is told. */
export function pmsAttributes(pms: PmsInput | null | undefined): Record<string, string> {
  if (!pms || pms.kind === 'NONE') return {};
  const { kind, endpoint, secretName } = pms;
  if (!endpoint || !secretName) fail('InvalidInput', `pms of kind ${kind} needs an endpoint and a secretName.`);
  checkLength('pms.endpoint', endpoint!, 500);
  if (!util.matches(PUBLIC, endpoint!) && !util.matches(LOOPBACK, endpoint!)) {
    fail(
      'InvalidInput',
      'pms.endpoint must be an https URL with a public host name, such as https://pms.example.com/in.',
    );
  }
  checkId('pms.secretName', secretName!);
  return { pms_kind: kind, pms_endpoint: endpoint!, pms_secret: secretName! };
}

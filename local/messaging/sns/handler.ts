import type { ServiceHandler } from '../../endpoint/server/request.ts';
import type { SnsService } from './service.ts';

/** SNS over HTTP, in its Query protocol: a form with the operation in `Action`. */
export function createSnsHandler(service: SnsService): ServiceHandler {
  return async ({ body, principal }) => {
    const caller = { policyCaller: principal, userArn: () => principal.userArn };
    return service(caller, Object.fromEntries(new URLSearchParams(body)));
  };
}

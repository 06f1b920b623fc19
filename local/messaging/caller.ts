import type { PolicyCaller } from './policies/principal.ts';

/** Who calls a queue or topic: whom policies speak of, and how AWS names it in messages. */
export type MessagingCaller = { policyCaller: PolicyCaller; userArn(): string };

/** `User: ... is not authorized to perform: ...`, as both services say it. */
export function notAuthorized(caller: MessagingCaller, action: string, resource: string, reason: string): string {
  return `User: ${caller.userArn()} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;
}

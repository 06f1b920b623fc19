import type { ConditionContext } from '../../iam/conditions.ts';
import type { Principals } from '../../iam/principals.ts';
import { jsonError, type Answer } from '../answer.ts';
import { namedAttributes } from './conditions/attributes.ts';
import { leadingKeys } from './conditions/leadingKeys.ts';
import { wishesOf, type Input, type Wish } from './resources.ts';
import type { TableKeysCache } from './tableKeys.ts';

/** Who calls: the role whose policies count, and how AWS names the session in messages. */
export type Caller = { roleArn: string; userArn(): string };

/** Undefined when the call may go on, else what AWS answers. Resolves at once unless a policy needs a table's key. */
export type Authorize = (
  caller: Caller,
  operation: string,
  input: Input,
) => Promise<Answer | undefined> | Answer | undefined;

export function createAuthorize(settings: {
  principals: Principals;
  region: string;
  accountId: string;
  tableKeys: TableKeysCache;
}): Authorize {
  const { principals, region, accountId, tableKeys } = settings;
  const prefix = `arn:aws:dynamodb:${region}:${accountId}:`;

  const check = (caller: Caller, operation: string, wishes: Wish[]): Answer | undefined => {
    for (const { action, resource, table, piece } of wishes) {
      const context = (): ConditionContext => {
        const keys = tableKeys.known(table);
        return {
          ...(operation.startsWith('Transact') ? { 'dynamodb:enclosingoperation': operation } : {}),
          'dynamodb:leadingkeys': keys === undefined ? undefined : leadingKeys(piece, keys),
          'dynamodb:attributes': namedAttributes(piece),
        };
      };
      const decision = principals.isAllowed(caller.roleArn, action, resource, context);
      if (!decision.allowed) return accessDenied(caller.userArn(), action, resource, decision.reason);
    }
    return undefined;
  };

  return (caller, operation, input) => {
    const wishes = wishesOf(operation, input, prefix);
    if (!principals.asksFor(caller.roleArn, 'dynamodb:leadingkeys')) return check(caller, operation, wishes);
    const tables = new Set(wishes.map(({ table }) => table).filter((table) => table !== ''));
    return Promise.all(Array.from(tables, (table) => tableKeys.of(table))).then(() => check(caller, operation, wishes));
  };
}

function accessDenied(userArn: string, action: string, resource: string, reason: string): Answer {
  const message = `User: ${userArn} is not authorized to perform: ${action} on resource: ${resource} ${reason}`;
  return jsonError(400, 'com.amazon.coral.service#AccessDeniedException', message);
}

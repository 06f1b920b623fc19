import { describe, expect, test } from 'vitest';
import { LOCAL_ADMINISTRATOR } from './administrator.ts';
import { createPrincipals, type Principals } from './principals.ts';

const ROLE = 'arn:aws:iam::111122223333:role/service/Worker';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/Pages';

function principals(...statements: object[]): Principals {
  const made = createPrincipals({ accountId: '111122223333', region: 'eu-west-1' });
  made.register(ROLE, [{ Version: '2012-10-17', Statement: statements }]);
  return made;
}

const may = (made: Principals, action: string, resource = TABLE) => made.isAllowed(ROLE, action, resource).allowed;
const allow = (more: object) => ({ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: TABLE, ...more });

describe('what a role may do', () => {
  test('nothing, unless a policy allows it', () => {
    expect(principals().isAllowed(ROLE, 'dynamodb:GetItem', TABLE)).toEqual({
      allowed: false,
      reason: 'because no identity-based policy allows the dynamodb:GetItem action',
    });
  });

  test('what is allowed, on that resource and no other', () => {
    const made = principals(allow({}));
    expect(may(made, 'dynamodb:GetItem')).toBe(true);
    expect(may(made, 'dynamodb:PutItem')).toBe(false);
    expect(may(made, 'dynamodb:GetItem', `${TABLE}/index/by_guest`)).toBe(false);
  });

  test('a Deny wins over an Allow, in whatever order', () => {
    const deny = { Effect: 'Deny', Action: 'dynamodb:*', Resource: '*' };
    for (const order of [
      [deny, allow({})],
      [allow({}), deny],
    ]) {
      expect(principals(...order).isAllowed(ROLE, 'dynamodb:GetItem', TABLE)).toEqual({
        allowed: false,
        reason: 'with an explicit deny in an identity-based policy',
      });
    }
  });

  test('NotAction and NotResource mean all the others', () => {
    const made = principals(
      { Effect: 'Allow', NotAction: 'iam:*', Resource: TABLE },
      { Effect: 'Deny', Action: 'dynamodb:DeleteTable', NotResource: `${TABLE}Scratch` },
    );
    expect(may(made, 'dynamodb:Scan')).toBe(true);
    expect(may(made, 'iam:PassRole')).toBe(false);
    expect(may(made, 'dynamodb:DeleteTable')).toBe(false);
  });

  test('conditions are asked anew for each call, though the rest is remembered', () => {
    const made = principals(allow({ Condition: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': 'p1' } } }));
    const asks = (key: string) =>
      made.isAllowed(ROLE, 'dynamodb:GetItem', TABLE, { 'dynamodb:leadingkeys': [key] }).allowed;
    expect([asks('p1'), asks('p2'), asks('p1')]).toEqual([true, false, true]);
    expect(made.asksFor(ROLE, 'dynamodb:leadingkeys')).toBe(true);
    expect(made.asksFor(ROLE, 'dynamodb:attributes')).toBe(false);
  });
});

describe('a policy is refused when it', () => {
  test.each([
    ['has an unresolved reference', allow({ Resource: { Ref: 'Table' } }), /reference left unresolved/],
    ['uses a policy variable', allow({ Resource: 'arn:*/${aws:username}' }), /policy variables/],
    ['has a part unknown to identity policies', allow({ Principal: '*' }), /Principal is not a part/],
    ['has both Action and NotAction', allow({ NotAction: 'x:y' }), /either Action or NotAction/],
    ['has no such effect', allow({ Effect: 'Maybe' }), /Allow or Deny/],
  ])('%s', (_, statement, message) => {
    expect(() => principals(statement)).toThrow(message);
  });

  test('is the second set for one role', () => {
    expect(() => principals().register(ROLE, [])).toThrow(/registered already/);
  });
});

describe('credentials', () => {
  test('of a session lead back to it, and stay the same', () => {
    const made = principals();
    const credentials = made.assume(ROLE, 'worker-function');
    expect(credentials.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(made.assume(ROLE, 'worker-function')).toEqual(credentials);
    expect(made.byAccessKey(credentials.accessKeyId)).toMatchObject({
      roleArn: ROLE,
      userArn: 'arn:aws:sts::111122223333:assumed-role/Worker/worker-function',
    });
  });

  test('differ between sessions, and an id is the same in the next run while the secret is not', () => {
    const [one, two] = [principals(), principals()];
    expect(one.assume(ROLE, 'a').accessKeyId).not.toBe(one.assume(ROLE, 'b').accessKeyId);
    expect(one.assume(ROLE, 'a').accessKeyId).toBe(two.assume(ROLE, 'a').accessKeyId);
    expect(one.assume(ROLE, 'a').secretAccessKey).not.toBe(two.assume(ROLE, 'a').secretAccessKey);
  });

  test('unknown roles and keys', () => {
    expect(() => principals().assume('arn:aws:iam::1:role/Nobody', 'x')).toThrow(/Nobody is not known/);
    expect(principals().byAccessKey('ASIANOBODY')).toBeUndefined();
  });
});

test('the local administrator may do everything', () => {
  expect(principals().isAllowed(LOCAL_ADMINISTRATOR.roleArn, 'dynamodb:DeleteTable', TABLE).allowed).toBe(true);
});

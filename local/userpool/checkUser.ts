import type { UserSpec } from '../cloud/contract.ts';
import { UserPoolError } from './userPoolError.ts';

/** What the template's user pool knows: groups by name, custom attributes as tokens name them. */
export type PoolRules = { groups: readonly string[]; attributes: readonly string[] };

export const PROPERTY_IDS = 'custom:property_ids';

// Cognito's bounds: a user name has 1 to 128 characters (API reference, AdminCreateUser), a custom string attribute
// at most 2,048 (developer guide, "Working with user attributes").
const MAX_NAME = 128;
const MAX_ATTRIBUTE = 2_048;

/** @throws {UserPoolError} for a user that could not exist in this pool */
export function checkUser(user: UserSpec, rules: PoolRules): void {
  const refuse = (why: string): never => {
    throw new UserPoolError(`User ${JSON.stringify(user.name)} cannot sign in: ${why}`);
  };
  if (user.name.length < 1 || user.name.length > MAX_NAME) refuse(`a user name has 1 to ${MAX_NAME} characters.`);
  if (!/^[^@\s]+@[^@\s]+$/.test(user.email)) refuse(`${JSON.stringify(user.email)} is no e-mail address.`);
  for (const group of user.groups) {
    if (!rules.groups.includes(group)) refuse(`the user pool has no group ${group}, only ${listed(rules.groups)}.`);
  }
  if (user.propertyIds === undefined) return;
  if (!rules.attributes.includes(PROPERTY_IDS)) {
    refuse(`the user pool has no attribute ${PROPERTY_IDS}, only ${listed(rules.attributes)}.`);
  }
  for (const id of user.propertyIds) {
    // A comma would make two properties of one.
    if (id === '' || id.includes(',')) refuse(`${JSON.stringify(id)} cannot be a property id in ${PROPERTY_IDS}.`);
  }
  if (user.propertyIds.join(',').length > MAX_ATTRIBUTE) {
    refuse(`${PROPERTY_IDS} holds at most ${MAX_ATTRIBUTE} characters.`);
  }
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none at all' : names.join(', ');
}

/** A sign-in that Cognito with the template's user pool would not allow, or a pool whose saved state is unusable. */
export class UserPoolError extends Error {
  override name = 'UserPoolError';
}

/**
 * The local administrator: may do everything, is bound by no policy. For tests, seeding, and whatever the local cloud
 * itself does (making tables, reading streams). The keys are no secret: the endpoint listens on the loopback interface.
 */
export const LOCAL_ADMINISTRATOR = {
  roleArn: 'arn:aws:iam::000000000000:role/local-administrator',
  accessKeyId: 'AKIALOCALADMINISTRAT',
  secretAccessKey: 'local-administrator-of-this-machine-only',
} as const;

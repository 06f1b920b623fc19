/** What SES may send. */
export type MailPlan = {
  /** Domains and addresses that mails may come from; here they are taken as verified. */
  identities: string[];
  /** Names of configuration sets. */
  configurationSets: string[];
};

/** What the global set-up hands to every test: where the shared local cloud is. */
export type ProvidedCloud = {
  graphqlUrl: string;
  realtimeUrl: string;
  apiKey: string;
  dynamodbUrl: string;
  /** The MySQL server behind the audit history, with an account that may do everything. */
  mysqlUrl: string;
  endpointUrl: string;
  /** Signs users in and sets faults in the process that runs the cloud. */
  controlUrl: string;
  tables: Record<string, string>;
  /** Names of functions by their construct's id: ReminderSweep. */
  functions: Record<string, string>;
  outputs: Record<string, string>;
  region: string;
  /** The payments simulator, which functions call in Stripe's place. */
  paymentsUrl: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    cloud: ProvidedCloud;
  }
}

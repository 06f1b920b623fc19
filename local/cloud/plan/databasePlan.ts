/** One Aurora MySQL cluster. */
export type DatabasePlan = {
  id: string;
  arn: string;
  /** Where it will answer. */
  host: string;
  port: number;
  /** The database that is made with it. */
  databaseName: string | null;
  /** The master user. */
  user: string;
  password: string;
  /** System variables. */
  parameters: Record<string, string>;
};

/** One ElastiCache replication group: a Redis. */
export type CachePlan = {
  id: string;
  /** Does it speak as a cluster? */
  cluster: boolean;
  /** The token that clients sign in with. */
  password: string | null;
  /** Settings of redis.conf. */
  parameters: Record<string, string>;
};

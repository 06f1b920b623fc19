/** Settings of a deployment. The account comes from the CDK CLI; synthesis without one serves the local cloud. */
export type Config = {
  /** Prefix of stack names. */
  name: string;
  account: string;
  /** The home Region: it takes the writes. */
  region: string;
  /** Regions with replicas of the tables, for reads and failover. */
  replicaRegions: string[];
  tags: Record<string, string>;
  data: {
    /** Zones are named, as synthesis looks into no account. */
    network: { cidr: string; zones: string[] };
    cacheNodeType: string;
  };
  api: {
    queryDepthLimit: number;
    resolverCountLimit: number;
    introspection: boolean;
    /** Requests of one address in five minutes under the visitors' API key. */
    visitorRequestsPerFiveMinutes: number;
    /** Days until the visitors' API key expires; AppSync allows 365. */
    apiKeyDays: number;
    /** Live holds that a guest may have at a time, 1 to 20. */
    holdsPerGuest: number;
    /** Who hears by e-mail of each reminder that comes due; null: nobody. */
    reminders: { email: string | null };
  };
  messages: {
    /** The sender of mails to guests. Its domain is an identity of SES: its owner must publish the DKIM records that SES names. */
    from: string;
  };
};

export const config: Config = {
  name: 'Keyrack',
  account: process.env.CDK_DEFAULT_ACCOUNT ?? '000000000000',
  region: 'us-west-2',
  replicaRegions: ['us-east-1', 'eu-west-1', 'ap-southeast-1'],
  tags: { Project: 'keyrack', Application: 'reservations' },
  data: {
    network: { cidr: '10.0.0.0/16', zones: ['us-west-2a', 'us-west-2b', 'us-west-2c'] },
    cacheNodeType: 'cache.r7g.large',
  },
  api: {
    queryDepthLimit: 10,
    resolverCountLimit: 500,
    introspection: true,
    visitorRequestsPerFiveMinutes: 1_000,
    apiKeyDays: 365,
    holdsPerGuest: 5,
    reminders: { email: null },
  },
  messages: { from: 'reservations@keyrack.example' },
};

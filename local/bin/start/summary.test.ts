import { expect, it } from 'vitest';
import type { Endpoints } from '../endpointsFile.ts';
import { summary } from './summary.ts';

const arnOf = (name: string): string => `arn:aws:lambda:us-west-2:000000000000:function:${name}`;
const endpoints: Endpoints = {
  graphqlUrl: 'http://a/graphql',
  realtimeUrl: 'ws://a/realtime',
  graphiqlUrl: 'http://a/graphiql',
  mailboxUrl: 'http://a/mailbox',
  endpointUrl: 'http://b',
  pmsUrl: 'http://c',
  paymentsUrl: 'http://d',
  functionUrls: { stripeWebhook: 'http://a/lambda-url/x/' },
  apiKey: 'da2-key',
  region: 'us-west-2',
  functions: { setInventory: 'Api-SetInventory1', cacheUpdater: 'Api-CacheUpdater1', audit: 'Api-Audit1' },
  users: [{ name: 'sam', role: 'staff', propertyIds: ['p1'], idToken: 'token' }],
};
const nothing = { notRun: [], off: [] };

it('says where everything is', () => {
  const text = summary(
    endpoints,
    { ...nothing, notRun: [{ type: 'AWS::EC2::VPC', count: 1, why: 'no VPC' }] },
    'curl a',
  );
  for (const line of [
    'GraphQL                 http://a/graphql',
    'PMS simulator           http://c',
    'Payments simulator      http://d',
    'Function stripeWebhook  http://a/lambda-url/x/',
    'sam (staff of p1)',
    'curl a',
  ])
    expect(text.split('\n').map((each) => each.trim())).toContain(line);
  expect(text).toContain('  setInventory, cacheUpdater, audit\n');
  expect(text).toContain('AWS::EC2::VPC x 1  no VPC');
  expect(text).not.toContain('OFF');
});

it('says plainly what is off, why, what to install, and what does not work without', () => {
  const why = 'There is no redis-server here. Install it: apt-get install redis-server.';
  const off = [
    { what: 'Redis', why, functions: [arnOf('Api-CacheUpdater1'), arnOf('Api-Unlisted')] },
    { what: 'MariaDB', why: 'There is no mariadbd here.', functions: [] },
  ];
  expect(summary(endpoints, { ...nothing, off }, null)).toContain(
    [
      'OFF, for what they need is missing',
      `  Redis: ${why}`,
      '    off with it: cacheUpdater, Api-Unlisted',
      '  MariaDB: There is no mariadbd here.',
      '    off with it: no function',
      '',
    ].join('\n'),
  );
});

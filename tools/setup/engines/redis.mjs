import { findServer } from './server.mjs';

/** It holds the page cache. Valkey is its free successor and takes the same arguments. @type {import('./engines.mjs').Engine} */
export const redis = {
  name: 'redis',
  what: 'Redis 6.2 or newer (for the page cache)',
  find: () =>
    findServer('redis', {
      names: ['redis-server', 'valkey-server'],
      version: /v=(\d+)\.(\d+)/,
      least: [6, 2],
    }),
  elsewhere: 'REDIS_URL',
  unpack: [['redis-server'], ['valkey-server']],
  brew: 'redis',
  byHand:
    'Install it (Debian, Ubuntu: sudo apt-get install redis-server; Fedora: sudo dnf install valkey; ' +
    'macOS: brew install redis), or name a running one by REDIS_URL=redis://host:port, and try again.',
  optional: ['start'],
  without: 'rooms are sold, but there is no page cache: what reads it asks DynamoDB instead, and what fills it is off',
};

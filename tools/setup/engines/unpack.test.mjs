import { expect, it } from 'vitest';
import { toInstall } from './unpack.mjs';

it('downloads what a simulated installation would add or renew', () => {
  const simulation = [
    'NOTE: This is only a simulation!',
    'Inst liblzf1 (3.6-3 Debian:12.15/oldstable [amd64])',
    'Inst libssl3 [3.0.15-1] (3.0.17-1 Debian-Security:12/oldstable-security [amd64]) []',
    'Inst redis-server (5:7.0.15-1~deb12u10 Debian-Security:12/oldstable-security [amd64])',
    'Conf liblzf1 (3.6-3 Debian:12.15/oldstable [amd64])',
  ];
  expect(toInstall(simulation.join('\n'))).toEqual([
    'liblzf1=3.6-3',
    'libssl3=3.0.17-1',
    'redis-server=5:7.0.15-1~deb12u10',
  ]);
});

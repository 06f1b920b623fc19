import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { graphqlClient } from '../../../local/demo/client.ts';
import { miradouro } from '../../../local/demo/hotels/lisbon.ts';
import { connectPms } from '../../../local/demo/pms/connectPms.ts';
import { type PmsSimulator, startPmsSimulator } from '../../../local/pms/simulator.ts';
import { cloud, get, operator } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { PUT_PROPERTY } from '../../support/api/operations.ts';
import { book, syncOf } from '../../support/parts/pms.ts';
import { newProperty } from '../../support/data/property.ts';

const from = monthAhead(2);
vi.setConfig({ testTimeout: 120_000 });
let simulators: PmsSimulator[] = [];
beforeAll(async () => {
  simulators = [await startPmsSimulator(), await startPmsSimulator()];
});
afterAll(async () => {
  for (const each of simulators) await each.stop();
});

it('connects the demo hotels that are there, also to a simulator that has moved, and changes nothing else', async () => {
  const user = await operator();
  const client = graphqlClient(cloud.graphqlUrl, { authorization: user.idToken });
  const { id } = miradouro.property;
  await newProperty({ id, from, to: plusDays(from, 2) });
  await get(user, PUT_PROPERTY, { input: { ...miradouro.property, city: 'Porto', name: 'Renamed by its owner' } });
  for (const simulator of simulators) {
    expect(await connectPms({ cloud, operator: client, simulator })).toEqual([id]);
  }
  const { property } = await get(user, `{ property(id: "${id}") { name pms { kind endpoint } } }`);
  const endpoint = simulators[1].endpoint(id, 'webhook');
  expect(property).toEqual({ name: 'Renamed by its owner', pms: { kind: 'WEBHOOK', endpoint } });
  const booking = await book(id, from, plusDays(from, 1));
  await vi.waitFor(async () => expect((await syncOf(booking)).state).toBe('SYNCED'), {
    timeout: 50_000,
    interval: 100,
  });
  expect(simulators[1].reservations(id).map(({ bookingId }) => bookingId)).toEqual([booking]);
});

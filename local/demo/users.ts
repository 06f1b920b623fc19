import type { UserSpec } from '../cloud/contract.ts';

/** People and a machine to try the API as. */
export const demoUsers: (UserSpec & { role: UserSpec['groups'][number] })[] = [
  { name: 'ines', email: 'ines@guests.example', role: 'guest', groups: ['guest'] },
  { name: 'noah', email: 'noah@guests.example', role: 'guest', groups: ['guest'] },
  {
    name: 'duarte',
    email: 'duarte@miradouro.example',
    role: 'staff',
    groups: ['staff'],
    propertyIds: ['lis-miradouro'],
  },
  {
    name: 'pms-miradouro',
    email: 'pms@miradouro.example',
    role: 'pms',
    groups: ['pms'],
    propertyIds: ['lis-miradouro'],
  },
  { name: 'olga', email: 'olga@keyrack.example', role: 'operator', groups: ['operator'] },
];

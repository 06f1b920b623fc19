import { environment } from '../shared/environment.ts';

const variables = environment({ inventoryTable: 'INVENTORY_TABLE', mostSegments: 'MOST_SEGMENTS' });

/** What the function needs from its environment, read once. */
export const config = { inventoryTable: variables.inventoryTable, mostSegments: Number(variables.mostSegments) };

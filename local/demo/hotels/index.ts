import type { DemoHotel } from '../hotel.ts';
import { foundry, harborline } from './chicago.ts';
import { kamogawa } from './kyoto.ts';
import { laranjeiras, miradouro } from './lisbon.ts';

/** Five hotels in three cities; those of Lisbon are sisters, and those of Chicago. */
export const hotels: DemoHotel[] = [miradouro, laranjeiras, harborline, foundry, kamogawa];

import { environment } from '../shared/environment.ts';

const { maxReceives } = environment({ maxReceives: 'MAX_RECEIVES' });

/** What the function needs from its environment, read once. */
export const config = { maxReceives: Number(maxReceives) };

import { environment } from '../shared/environment.ts';
import { readWork } from '../shared/work/work.ts';

const { region } = environment({ region: 'AWS_REGION' });

/** What the function needs from its environment, read once. */
export const config = { region, sources: readWork().sources };

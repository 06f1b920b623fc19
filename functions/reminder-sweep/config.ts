import { environment } from '../shared/environment.ts';

/** What the function needs from its environment, read once. */
export const config = environment({ catalogTable: 'CATALOG_TABLE', remindersQueue: 'REMINDERS_QUEUE' });

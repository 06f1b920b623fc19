/** What an idempotency key was first used for, and what came of it. `savedAt`: epoch seconds. */
export type SavedAnswer = { path: string; form: string; status: number; body: string; savedAt: number };

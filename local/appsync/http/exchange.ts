import type { CallRequest } from '../auth/caller.ts';

/** A request in process: what would have come over HTTP. Header names are lower case. */
export type ApiRequest = CallRequest;
export type ApiResponse = { status: number; headers: Record<string, string>; body: string };

import type { Principal } from '../../iam/principals.ts';
import type { Answer } from '../answer.ts';

/** One HTTP call of a known principal. Header names are lower case, `query` is without its question mark. */
export type ServiceRequest = {
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  body: string;
  principal: Principal;
  signal: AbortSignal;
};

/** Answers the calls of one AWS service. @throws {NoAnswerError} to break the connection instead of answering */
export type ServiceHandler = (request: ServiceRequest) => Promise<Answer>;

/** What a step of paying needs to know of its invocation. */
export type Round = {
  /** Epoch milliseconds before which the last call must begin. */
  deadline: number;
  /** ARN of the queue, for dead letters. */
  source: string;
};

/** Where something is sent to. */
export type Target = {
  arn: string;
  /** Whose permissions count; null: the target's own policy must let the sender in. */
  roleArn: string | null;
  /** For queues. */
  messageGroupId: string | null;
  /** For an event bus: what the event is called. */
  event: { detailType: string; source: string } | null;
};

/** Who sends: a rule or a schedule, and the service it belongs to. */
export type Sender = { service: 'events.amazonaws.com' | 'scheduler.amazonaws.com'; arn: string };

/** One message on its way to one target. Times are epoch milliseconds. */
export type Delivery = {
  id: string;
  sender: Sender;
  target: Target;
  /** What the target gets: JSON text. */
  payload: string;
  /** Where it goes that cannot be delivered; `body` is what is kept of it. */
  deadLetter: { queueArn: string; body: string } | null;
  /** Tries after the first one. */
  maxRetries: number;
  /** No try after this. */
  expiresAt: number;
  /** Tries made. */
  attempts: number;
};

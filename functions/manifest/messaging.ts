import { TOLD_EVENTS } from '../../core/messages/messageOf.ts';

/** Topics and queues between the functions. Infra makes each with its dead letter queue. */

export type TopicName = 'BookingEvents' | 'Alerts' | 'ReminderNotices';

export type QueueName =
  | 'BookingQueue'
  | 'HoldExpiry'
  | 'Payments'
  | 'OverbookingWork'
  | 'PmsWebhook'
  | 'PmsOpenTravel'
  | 'Audit'
  | 'Reminders'
  | 'RemindersDue'
  | 'GuestMessages';

export type QueueEntry = {
  /** In order within a message group; messages with one deduplication id within five minutes are one. */
  isFifo?: true;
  /** Receives before a message goes to the dead letter queue. */
  maxReceives: number;
  /** How long a received message stays hidden: at least six times the time-out of the function that takes it. */
  visibilitySeconds: number;
  /** What the queue gets of a topic, as it was published: message attribute -> values. */
  from?: { topic: TopicName; filter?: Record<string, readonly string[]> };
};

export const topics = {
  /** Every change of a booking, with its full state. */
  BookingEvents: { description: 'Changes of bookings' },
  /** What staff must look at now. */
  Alerts: { description: 'What staff must look at' },
  /** Reminders of guests that came due, in words. */
  ReminderNotices: { description: 'Reminders that came due' },
} as const satisfies Record<TopicName, { description: string }>;

/** Source of the rule of six: Lambda developer guide, "Using Lambda with Amazon SQS". */
export const queues = {
  /** Bookings of hot pages: wakes the worker. A message group is a property's room type. */
  BookingQueue: { isFifo: true, maxReceives: 10, visibilitySeconds: 60 },
  /** Holds and requests: their events set timers here, which ring when they run out. */
  HoldExpiry: {
    maxReceives: 10,
    visibilitySeconds: 60,
    from: { topic: 'BookingEvents', filter: { booking_status: ['HELD', 'REQUESTED'] } },
  },
  /** Bookings whose payment is to be looked at: by webhooks, and by events of those that are paid in advance. */
  Payments: {
    maxReceives: 20,
    visibilitySeconds: 360,
    from: { topic: 'BookingEvents', filter: { payment_provider: ['STRIPE'] } },
  },
  /** Properties with an overbooked night. A message group is a property. */
  OverbookingWork: { isFifo: true, maxReceives: 5, visibilitySeconds: 90 },
  /** One queue for each kind of PMS: a slow kind delays no other. A message group is a property. */
  PmsWebhook: {
    maxReceives: 5,
    visibilitySeconds: 180,
    from: { topic: 'BookingEvents', filter: { pms_kind: ['WEBHOOK'] } },
  },
  PmsOpenTravel: {
    maxReceives: 5,
    visibilitySeconds: 180,
    from: { topic: 'BookingEvents', filter: { pms_kind: ['OPENTRAVEL'] } },
  },
  // What can't be written is given up at once; everything else waits for a database that is away, for some hours.
  Audit: { maxReceives: 100, visibilitySeconds: 60, from: { topic: 'BookingEvents' } },
  /** Bookings whose reminder may have to be scheduled, moved or called off. It waits for some hours while it can't. */
  Reminders: { maxReceives: 100, visibilitySeconds: 120, from: { topic: 'BookingEvents' } },
  /** Reminders whose time has come: what schedules send. */
  RemindersDue: { maxReceives: 100, visibilitySeconds: 120 },
  // As Audit: mails wait for a mail service that is away, for some hours.
  GuestMessages: {
    maxReceives: 100,
    visibilitySeconds: 120,
    from: { topic: 'BookingEvents', filter: { event_type: TOLD_EVENTS } },
  },
} as const satisfies Record<QueueName, QueueEntry>;

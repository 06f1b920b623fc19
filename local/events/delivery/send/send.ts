import { AwsServiceError } from '../../../appsync/definition.ts';
import { requireAllowed } from '../../../endpoint/jsonService.ts';
import { type Principals, sessionArn } from '../../../iam/principals.ts';
import type { LambdaHost } from '../../../lambda/definition.ts';
import type { CallAs, MessagingCall } from '../../../messaging/call.ts';
import type { Delivery, Sender, Target } from '../delivery.ts';
import type { FunctionPermits } from './functionPermissions.ts';

/** What deliveries are made with. */
export type SendParts = {
  principals: Principals;
  functions: Pick<LambdaHost, 'invoke'>;
  /** Whether a function's own permissions let a service in. */
  functionPermits: FunctionPermits;
  messaging: MessagingCall;
  /** @throws {AwsServiceError} when there is no such queue */
  queueUrl(queueArn: string): string;
  /** @throws {AwsServiceError} when there is no such state machine, or an execution of that name */
  startExecution(machineArn: string, input: string, name: string): void;
  /** @throws {AwsServiceError} when there is no such bus, or the event is not one */
  putEvent(busArn: string, event: { source: string; detailType: string; detail: string; resources: string[] }): void;
};

/** One way for each kind of target; the service stands in the ARN. */
const WAYS: Record<string, (delivery: Delivery, parts: SendParts) => Promise<void>> = {
  lambda: toFunction,
  sqs: toQueue,
  sns: toTopic,
  states: toStateMachine,
  events: toBus,
};

/** Whether messages can be sent to it here. */
export function isTarget(arn: string): boolean {
  return Object.hasOwn(WAYS, serviceOf(arn));
}

const serviceOf = (arn: string): string => arn.split(':')[2] ?? '';

/** Hands one message to its target. @throws {AwsServiceError} what the target answered, AccessDeniedException among it */
export async function send(delivery: Delivery, parts: SendParts): Promise<void> {
  const way = WAYS[serviceOf(delivery.target.arn)];
  if (way === undefined)
    throw new AwsServiceError('InvalidParameterException', `Nothing is sent to ${delivery.target.arn}.`, 400);
  await way(delivery, parts);
}

/** As whom a message is sent: in the target's role, or else as the service itself, which the target must let in. */
export function callAs({ sender, target }: { sender: Sender; target: Pick<Target, 'roleArn'> }): CallAs {
  if (target.roleArn !== null) return { roleArn: target.roleArn, sessionName: 'events' };
  return { service: sender.service, sourceArn: sender.arn };
}

/** Asynchronously, as AWS does: what the function makes of it is no longer this delivery's concern. */
async function toFunction(delivery: Delivery, parts: SendParts): Promise<void> {
  const { target, sender } = delivery;
  if (target.roleArn !== null) requireRole(delivery, 'lambda:InvokeFunction', parts);
  else if (!parts.functionPermits({ functionArn: target.arn, service: sender.service, sourceArn: sender.arn })) {
    const message = `${target.arn} has no permission that lets ${sender.service} invoke it for ${sender.arn}`;
    throw new AwsServiceError('AccessDeniedException', message, 403);
  }
  const payload: unknown = JSON.parse(delivery.payload);
  await parts.functions.invoke({ functionArn: target.arn, payload, invocationType: 'Event' });
}

async function toQueue(delivery: Delivery, { messaging, queueUrl }: SendParts): Promise<void> {
  const { arn, messageGroupId } = delivery.target;
  const group =
    messageGroupId === null ? {} : { MessageGroupId: messageGroupId, ...(arn.endsWith('.fifo') ? once(delivery) : {}) };
  const input = { QueueUrl: queueUrl(arn), MessageBody: delivery.payload, ...group };
  await messaging({ service: 'sqs', operation: 'SendMessage', input, as: callAs(delivery) });
}

/** The same message tried twice is one message. */
const once = ({ id }: Delivery): { MessageDeduplicationId: string } => ({ MessageDeduplicationId: id });

async function toTopic(delivery: Delivery, { messaging }: SendParts): Promise<void> {
  const input = { TopicArn: delivery.target.arn, Message: delivery.payload };
  await messaging({ service: 'sns', operation: 'Publish', input, as: callAs(delivery) });
}

async function toStateMachine(delivery: Delivery, parts: SendParts): Promise<void> {
  requireRole(delivery, 'states:StartExecution', parts);
  // Named after the delivery: a second try starts no second execution.
  parts.startExecution(delivery.target.arn, delivery.payload, delivery.id);
}

async function toBus(delivery: Delivery, parts: SendParts): Promise<void> {
  requireRole(delivery, 'events:PutEvents', parts);
  const { arn, event } = delivery.target;
  if (event === null)
    throw new AwsServiceError('ValidationException', `An event for ${arn} needs a source and a type.`, 400);
  parts.putEvent(arn, { ...event, detail: delivery.payload, resources: [delivery.sender.arn] });
}

/** @throws {AwsServiceError} AccessDeniedException where there is no role, or it may not */
function requireRole({ sender, target: { arn, roleArn } }: Delivery, action: string, { principals }: SendParts): void {
  if (roleArn === null) {
    throw new AwsServiceError('AccessDeniedException', `${sender.arn} needs a role for its target ${arn}`, 403);
  }
  requireAllowed(principals, { roleArn, userArn: sessionArn(roleArn, 'events') }, action, arn, { status: 403 });
}

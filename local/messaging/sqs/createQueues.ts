import type { QueuePlan } from '../../cloud/plan/queuePlan.ts';
import { TemplateError } from '../../cloud/template/templateError.ts';
import type { LocalStore } from '../engine/localStore.ts';

/** Attributes that the engine fills in for queues made by its own API. */
const FIFO_DEFAULTS = { FifoQueue: 'true', ContentBasedDeduplication: 'false', DeduplicationScope: 'queue' };
const DEFAULTS = {
  VisibilityTimeout: '30',
  DelaySeconds: '0',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
};

/**
 * Makes every queue of the templates. Those of an earlier run keep their messages and get the attributes that the
 * template now gives them.
 * @throws {TemplateError} when the data folder has a queue of another kind under the name
 */
export function createQueues(plans: Iterable<QueuePlan>, store: LocalStore, log: (line: string) => void): void {
  const planned = [...plans];
  for (const plan of planned) {
    const kept = store.getQueueByName(plan.name);
    const attributes = attributesOf(plan);
    if (kept === undefined) store.createQueue(plan.name, plan.url, plan.arn, attributes);
    else keepQueue(kept, plan, attributes);
  }
  const names = new Set(planned.map(({ name }) => name));
  for (const { name } of store.allQueues()) {
    if (!names.has(name))
      log(`Queue ${name} of the data folder is in the templates no more; its messages are left there.`);
  }
}

function keepQueue(
  kept: NonNullable<ReturnType<LocalStore['getQueueByName']>>,
  plan: QueuePlan,
  attributes: Record<string, string>,
): void {
  if (kept.isFifo() !== plan.fifo) {
    throw new TemplateError(
      `queue ${plan.name} of the data folder is ${plan.fifo ? 'no' : 'a'} FIFO queue: use another data folder or remove it`,
    );
  }
  kept.attributes = {};
  kept.setAttributes(attributes);
  // Whoever had received them is gone with the cloud that ran.
  for (const receiptHandle of [...kept.inflightMessages.keys()]) kept.changeVisibility(receiptHandle, 0);
}

function attributesOf({ fifo, attributes, redrive, redriveAllow, policies }: QueuePlan): Record<string, string> {
  const { permission, sourceArns } = redriveAllow;
  const allow = { redrivePermission: permission, ...(permission === 'byQueue' ? { sourceQueueArns: sourceArns } : {}) };
  return {
    ...DEFAULTS,
    ...(fifo ? FIFO_DEFAULTS : {}),
    ...attributes,
    ...(redrive === null ? {} : { RedrivePolicy: redriveText(redrive) }),
    ...(permission === 'allowAll' ? {} : { RedriveAllowPolicy: JSON.stringify(allow) }),
    ...(policies.length === 0 ? {} : { Policy: JSON.stringify(policies.at(-1)) }),
  };
}

function redriveText({ deadLetterArn, maxReceiveCount }: NonNullable<QueuePlan['redrive']>): string {
  return JSON.stringify({ deadLetterTargetArn: deadLetterArn, maxReceiveCount });
}

import { z } from 'zod';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { policyDocument } from '../iam/policyDocument.ts';
import { resourcePolicy } from '../resourcePolicy.ts';
import { properties, text } from '../shapes.ts';

export const queuePolicy = defineAdapter({
  type: 'AWS::SQS::QueuePolicy',
  properties: properties({ PolicyDocument: policyDocument, Queues: z.array(text) }),
  plan(policy, { plan, logicalId }) {
    const document = resourcePolicy(policy.PolicyDocument);
    for (const url of policy.Queues) {
      const queue = [...plan.queues.values()].find((candidate) => candidate.url === url);
      if (queue === undefined) throw new TemplateError(`property Queues names ${url}, which is not in the templates`);
      queue.policies.push(document);
    }
    return { ref: logicalId, attributes: {} };
  },
});

import { z } from 'zod';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { policyDocument } from '../iam/policyDocument.ts';
import { resourcePolicy } from '../resourcePolicy.ts';
import { properties, text } from '../shapes.ts';

export const topicPolicy = defineAdapter({
  type: 'AWS::SNS::TopicPolicy',
  properties: properties({ PolicyDocument: policyDocument, Topics: z.array(text) }),
  plan(policy, { plan, logicalId }) {
    const document = resourcePolicy(policy.PolicyDocument);
    for (const arn of policy.Topics) {
      const topic = plan.topics.get(arn);
      if (topic === undefined) throw new TemplateError(`property Topics names ${arn}, which is not in the templates`);
      topic.policies.push(document);
    }
    return { ref: logicalId, attributes: {} };
  },
});

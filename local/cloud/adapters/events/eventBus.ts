import { defineAdapter } from '../adapter.ts';
import { properties, skip, tags, text } from '../shapes.ts';

export const eventBus = defineAdapter({
  type: 'AWS::Events::EventBus',
  properties: properties({
    Name: text,
    DeadLetterConfig: skip('it takes events that customer keys cannot decrypt, and there are no such keys'),
    Description: skip('says nothing to a machine'),
    KmsKeyIdentifier: skip('encryption at rest is a matter of the real service'),
    LogConfig: skip('what goes wrong is printed as it comes'),
    Tags: tags,
  }),
  plan({ Name: name }, { environment, plan }) {
    const arn = `arn:aws:events:${environment.region}:${environment.accountId}:event-bus/${name}`;
    plan.events.buses.push({ name, arn });
    return { ref: name, attributes: { Arn: arn, Name: name } };
  },
});

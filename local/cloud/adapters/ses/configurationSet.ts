import { defineAdapter } from '../adapter.ts';
import { physicalName } from '../physicalName.ts';
import { properties, skip, tags, text } from '../shapes.ts';

const NAME_LIMIT = 64;
const NOT_DELIVERED = 'nothing is delivered: mails stay in the mailbox';

export const configurationSet = defineAdapter({
  type: 'AWS::SES::ConfigurationSet',
  properties: properties({
    Name: text.optional(),
    ArchivingOptions: skip(NOT_DELIVERED),
    DeliveryOptions: skip(NOT_DELIVERED),
    ReputationOptions: skip(NOT_DELIVERED),
    SendingOptions: skip(NOT_DELIVERED),
    SuppressionOptions: skip(NOT_DELIVERED),
    TrackingOptions: skip(NOT_DELIVERED),
    VdmOptions: skip(NOT_DELIVERED),
    Tags: tags,
  }),
  plan({ Name }, { environment, logicalId, plan }) {
    const name = Name ?? physicalName(environment.stackName, logicalId, NAME_LIMIT);
    plan.mail.configurationSets.push(name);
    return { ref: name, attributes: {} };
  },
});

import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { properties, skip, tags, text } from '../shapes.ts';

export const emailIdentity = defineAdapter({
  type: 'AWS::SES::EmailIdentity',
  properties: properties({
    EmailIdentity: text,
    ConfigurationSetAttributes: properties({ ConfigurationSetName: text.optional() }).optional(),
    DkimAttributes: skip('mails are not signed here'),
    DkimSigningAttributes: skip('mails are not signed here'),
    FeedbackAttributes: skip('nothing bounces here'),
    MailFromAttributes: skip('no mail server sees the envelope'),
    Tags: tags,
  }),
  plan({ EmailIdentity: identity, ConfigurationSetAttributes: settings }, { environment, plan }) {
    const set = settings?.ConfigurationSetName;
    if (set !== undefined && !plan.mail.configurationSets.includes(set))
      throw new TemplateError(`property ConfigurationSetAttributes: there is no configuration set ${set}`);
    plan.mail.identities.push(identity);
    const { region, accountId } = environment;
    const arn = `arn:aws:ses:${region}:${accountId}:identity/${identity}`;
    return { ref: identity, attributes: { EmailIdentityArn: arn } };
  },
});

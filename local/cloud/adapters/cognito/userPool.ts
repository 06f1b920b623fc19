import { z } from 'zod';
import { defineAdapter } from '../adapter.ts';
import { serviceId } from '../physicalName.ts';
import { properties, skip, text } from '../shapes.ts';

const signUp = skip('nobody signs up locally: users are made by signing them in');
const message = skip('nothing is sent from one machine');

export const userPool = defineAdapter({
  type: 'AWS::Cognito::UserPool',
  properties: properties({
    Schema: z
      .array(
        properties({
          Name: text,
          AttributeDataType: z.enum(['String', 'Number', 'DateTime', 'Boolean']).optional(),
          DeveloperOnlyAttribute: z.literal(false).optional(),
          Mutable: skip('attributes come with each sign-in'),
          NumberAttributeConstraints: skip('attribute values are not checked locally'),
          Required: skip('attribute values are not checked locally'),
          StringAttributeConstraints: skip('attribute values are not checked locally'),
        }),
      )
      .default([]),
    AccountRecoverySetting: signUp,
    AdminCreateUserConfig: signUp,
    AliasAttributes: signUp,
    AutoVerifiedAttributes: signUp,
    DeletionProtection: skip('the local cloud deletes no pool'),
    DeviceConfiguration: signUp,
    EmailConfiguration: message,
    EmailVerificationMessage: message,
    EmailVerificationSubject: message,
    EnabledMfas: signUp,
    MfaConfiguration: signUp,
    Policies: signUp,
    SmsConfiguration: message,
    SmsVerificationMessage: message,
    UserAttributeUpdateSettings: signUp,
    UserPoolAddOns: skip('threat protection is the real service’s own'),
    UserPoolName: skip('only the pool’s id is ever used'),
    UserPoolTags: skip('tags only matter in an account'),
    UserPoolTier: skip('tiers only differ in price and in sign-up features'),
    UsernameAttributes: signUp,
    UsernameConfiguration: signUp,
    VerificationMessageTemplate: message,
  }),
  plan(pool, { environment, logicalId, plan }) {
    const { region, accountId, stackName } = environment;
    const id = `${region}_${serviceId(`${stackName}/${logicalId}`, 9)}`;
    const arn = `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`;
    plan.userPools.set(id, { id, arn, attributes: pool.Schema.map(attributeName), groups: [], clients: [] });
    return { ref: id, attributes: { Arn: arn, UserPoolId: id } };
  },
});

/** OpenID Connect's standard claims, which a schema may list to require them; any other name is a custom attribute. */
const standard = new Set(
  'address birthdate email family_name gender given_name locale middle_name name nickname phone_number picture preferred_username profile updated_at website zoneinfo'.split(
    ' ',
  ),
);

function attributeName({ Name: name }: { Name: string }): string {
  return standard.has(name) ? name : `custom:${name}`;
}

import { describe, expect, it } from 'vitest';
import { planOf } from '../../plan/fixture.ts';

const identity = (properties: object) => ({ Type: 'AWS::SES::EmailIdentity', Properties: properties });
const set = (properties: object = {}) => ({ Type: 'AWS::SES::ConfigurationSet', Properties: properties });

describe('SES', () => {
  it('knows the identities and configuration sets of the template', () => {
    const { mail } = planOf({
      Settings: set({ DeliveryOptions: { TlsPolicy: 'REQUIRE' } }),
      Named: set({ Name: 'guests' }),
      Sender: identity({
        EmailIdentity: 'keyrack.example',
        ConfigurationSetAttributes: { ConfigurationSetName: { Ref: 'Settings' } },
      }),
    });
    expect(mail).toEqual({ identities: ['keyrack.example'], configurationSets: ['Demo-Settings', 'guests'] });
  });

  it('names what an identity needs and is not there', () => {
    const lost = identity({ EmailIdentity: 'a.example', ConfigurationSetAttributes: { ConfigurationSetName: 'none' } });
    expect(() => planOf({ Sender: lost })).toThrow('there is no configuration set none');
    expect(() => planOf({ Sender: identity({}) })).toThrow('property EmailIdentity is missing');
    expect(() => planOf({ Settings: set({ Unheard: 'of' }) })).toThrow('property Unheard is not known');
  });
});

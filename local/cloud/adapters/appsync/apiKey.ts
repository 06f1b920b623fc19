import { defineAdapter } from '../adapter.ts';
import { serviceId } from '../physicalName.ts';
import { properties, skip, text, whole } from '../shapes.ts';
import { apiOf } from './names.ts';

/** AppSync's own default life of a key. */
const WEEK_SECONDS = 7 * 24 * 3600;

/** AppSync makes the keys itself; here one follows from the logical id, so it stays the same from start to start. */
export const apiKey = defineAdapter({
  type: 'AWS::AppSync::ApiKey',
  properties: properties({
    ApiId: text,
    Expires: whole.optional(),
    Description: skip('says nothing to a machine'),
  }),
  plan(properties, { environment, logicalId, plan }) {
    const api = apiOf(plan, properties.ApiId);
    const key = `da2-${serviceId(`${environment.stackName}/${logicalId}`, 26)}`;
    const id = serviceId(`key id of ${key}`, 26);
    api.keys.push({ id, key, expires: properties.Expires ?? Math.floor(Date.now() / 1000) + WEEK_SECONDS });
    const arn = `${api.arn}/apikeys/${id}`;
    return { ref: arn, attributes: { ApiKey: key, ApiKeyId: id, Arn: arn } };
  },
});

import { util } from '@aws-appsync/utils';

/** An item without its key, as a put takes it; what is undefined is left out. */
export function attributesWithout(item: Record<string, unknown>, key: string[]) {
  const attributes: Record<string, unknown> = Object.assign({}, item);
  for (const name of key) delete attributes[name];
  return util.dynamodb.toMapValues(attributes);
}

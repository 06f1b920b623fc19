import { PMS_SECRETS, PROPERTY_KEY, type PropertyItem } from '../../../core/portable/items/catalog.ts';
import type { PmsKind } from '../../../generated/types.ts';
import { getItem } from '../dynamodb/getItem.ts';
import { config } from './config.ts';

/** Where a property's bookings go. `secret` is a name in Secrets Manager. */
export type Target = { kind: Exclude<PmsKind, 'NONE'>; endpoint: string; secret: string };

/** What the property's settings are now: an operator who corrects them need not wait. Null where nobody is told. */
export async function readTarget(propertyId: string): Promise<Target | null> {
  const property = await readProperty(propertyId);
  const { pms_kind: kind, pms_endpoint: endpoint, pms_secret: secret } = property ?? {};
  if (!kind || kind === 'NONE' || !endpoint || !secret) return null;
  return { kind, endpoint, secret: `${PMS_SECRETS}${secret}` };
}

/** A consistent read; null where there is no such property. */
export function readProperty(propertyId: string): Promise<PropertyItem | null> {
  return getItem<PropertyItem>(config.catalogTable, { property_id: propertyId, sk: PROPERTY_KEY });
}

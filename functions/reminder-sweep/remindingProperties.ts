import { LISTING, LISTING_INDEX, type PropertyItem } from '../../core/portable/items/catalog.ts';
import { queryAll } from '../shared/dynamodb/queryAll.ts';
import { config } from './config.ts';

export type Reminding = Pick<PropertyItem, 'property_id' | 'time_zone' | 'booking_policy'>;

/** All properties that remind their guests. */
export function remindingProperties(): Promise<Reminding[]> {
  return queryAll<Reminding>({
    TableName: config.catalogTable,
    IndexName: LISTING_INDEX,
    KeyConditionExpression: '#listing = :listing',
    FilterExpression: 'attribute_type(#policy.#hours, :number)',
    ProjectionExpression: '#id, #zone, #policy',
    ExpressionAttributeNames: {
      '#listing': 'listing',
      '#policy': 'booking_policy',
      '#hours': 'reminderHours',
      '#id': 'property_id',
      '#zone': 'time_zone',
    },
    ExpressionAttributeValues: { ':listing': LISTING, ':number': 'N' },
  });
}

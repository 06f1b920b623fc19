import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { type Overbooking, toOverbooking } from '../../core/portable/items/overbooking.ts';
import { measure } from '../shared/measure.ts';
import { TIMEOUTS } from '../shared/timeouts.ts';
import { config } from './config.ts';

const client = new SNSClient(TIMEOUTS);
const TYPE = 'OVERBOOKING_ESCALATED';

/**
 * Alerts staff of a night that only they can settle. `alertId` is the same for the same escalation: a receiver that met
 * it before passes it over.
 */
export async function alertStaff(record: Overbooking): Promise<void> {
  const { property_id, room_type_id, date, shortfall } = record;
  const alertId = `${record.overbooking_id}:${record.escalated_at ?? ''}`;
  const message = `${property_id}: ${shortfall} too many sold of ${room_type_id} on ${date}, and no other room is free.`;
  await client.send(
    new PublishCommand({
      TopicArn: config.alerts,
      Message: JSON.stringify({ alertId, type: TYPE, message, overbooking: toOverbooking(record) }),
      MessageAttributes: {
        severity: { DataType: 'String', StringValue: 'high' },
        property_id: { DataType: 'String', StringValue: property_id },
        type: { DataType: 'String', StringValue: TYPE },
      },
      MessageGroupId: property_id,
    }),
  );
  measure('StaffAlerted', 1);
}

import { environment } from '../shared/environment.ts';

/** What the function needs from its environment, read once. */
export const config = environment({
  inventoryTable: 'INVENTORY_TABLE',
  bookingsTable: 'BOOKINGS_TABLE',
  catalogTable: 'CATALOG_TABLE',
  operationsTable: 'OPERATIONS_TABLE',
  overbookingQueue: 'OVERBOOKING_QUEUE',
  webhookQueue: 'PMS_WEBHOOK_QUEUE',
  openTravelQueue: 'PMS_OPENTRAVEL_QUEUE',
  bookingQueue: 'BOOKING_QUEUE_URL',
  holdExpiryQueue: 'HOLD_EXPIRY_QUEUE',
});

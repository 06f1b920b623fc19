import type { Migration } from '../migration.ts';

/**
 * Every version of every booking, once. The primary key serves the trail of a booking; `by_property` what became of a
 * property's bookings in a time; `by_recorded` what history learnt since a moment.
 */
export const bookingHistory: Migration = {
  name: '001-booking-history',
  statements: [
    `CREATE TABLE IF NOT EXISTS booking_history (
      booking_id VARCHAR(64) NOT NULL,
      version INT UNSIGNED NOT NULL,
      event_type VARCHAR(32) NOT NULL,
      status VARCHAR(32) NOT NULL,
      property_id VARCHAR(64) NOT NULL,
      room_type_id VARCHAR(64) NOT NULL,
      arrival DATE NOT NULL,
      departure DATE NOT NULL,
      units INT UNSIGNED NOT NULL,
      total_amount BIGINT NOT NULL,
      currency CHAR(3) NOT NULL,
      guest_ref VARCHAR(255) NULL,
      occurred_at DATETIME(3) NOT NULL,
      recorded_at DATETIME(3) NOT NULL,
      schema_version INT UNSIGNED NOT NULL,
      source VARCHAR(16) NOT NULL,
      state JSON NOT NULL,
      PRIMARY KEY (booking_id, version),
      KEY by_property (property_id, occurred_at),
      KEY by_recorded (recorded_at)
    ) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
  ],
};

import type { RoomTypeSummary, PropertySummary } from '../propertySummary.ts';

export function sampleRoomType(id: string, changes: Partial<RoomTypeSummary> = {}): RoomTypeSummary {
  return { id, name: id, rank: 1, adults: 2, children: 0, oversellAllowance: 0, ...changes };
}

export function sampleSummary(id: string, changes: Partial<PropertySummary> = {}): PropertySummary {
  const place = { city: 'Porto', country: 'PT', timeZone: 'Europe/Lisbon', location: null };
  return { id, name: id, ...place, currency: 'EUR', roomTypes: [sampleRoomType('DLX')], ...changes };
}

/** GraphQL documents of the waiting list. */

const FIELDS = 'id status reason propertyId roomTypeId arrival departure units joinedAt position bookingId';

export const JOIN = `mutation Join($input: BookRoomInput!) { joinWaitlist(input: $input) { ${FIELDS} } }`;
export const LEAVE = `mutation Leave($id: ID!) { leaveWaitlist(id: $id) { ${FIELDS} } }`;
export const MINE = `query Mine($limit: Int, $nextToken: String) {
  myWaitlist(limit: $limit, nextToken: $nextToken) { items { ${FIELDS} } nextToken }
}`;
export const LINE = `query Line($propertyId: ID!, $roomTypeId: ID!) {
  waitlist(propertyId: $propertyId, roomTypeId: $roomTypeId) { items { ${FIELDS} } nextToken }
}`;

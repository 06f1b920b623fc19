/** GraphQL documents of groups of bookings. */

const FIELDS = `id propertyId name contact { name email phone } totalPrice { amount currency } createdAt
  kept { id status message }
  bookings {
    id status version groupId roomTypeId arrival departure units adults children nightlyRates
    guest { name email phone } totalPrice { amount currency } cancelReason cancellationFee { amount currency }
    property { id } roomType { id } pmsSync { state }
  }`;

export const BOOK_GROUP = `mutation BookGroup($input: BookGroupInput!) { bookGroup(input: $input) { ${FIELDS} } }`;
export const CANCEL_GROUP = `mutation CancelGroup($id: ID!, $reason: String, $waiveFee: Boolean) {
  cancelGroup(id: $id, reason: $reason, waiveFee: $waiveFee) { ${FIELDS} }
}`;
export const GROUP = `query Group($id: ID!) { bookingGroup(id: $id) { ${FIELDS} } }`;

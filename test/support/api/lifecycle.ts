/** GraphQL documents of what is done to a booking once it exists. */

const FIELDS = `id status version roomTypeId arrival departure nights units nightlyRates totalPrice { amount currency }
  guest { name email phone } remaining holdExpiresAt holdSecondsLeft refusal { type message }
  cancellationFee { amount currency } confirmedAt checkedInAt checkedOutAt cancelledAt updatedAt`;

const byId = (field: string): string => `mutation Change($id: ID!) { ${field}(id: $id) { ${FIELDS} } }`;

export const HOLD = `mutation Hold($input: BookRoomInput!) { holdRoom(input: $input) { ${FIELDS} } }`;
export const REQUEST = `mutation Request($input: BookRoomInput!) { requestBooking(input: $input) { ${FIELDS} } }`;
export const EXTEND = `mutation Extend($id: ID!, $seconds: Int) { extendHold(id: $id, seconds: $seconds) { ${FIELDS} } }`;
export const RELEASE = byId('releaseHold');
export const CONFIRM = `mutation Confirm($id: ID!, $paymentReference: String) {
  confirmBooking(id: $id, paymentReference: $paymentReference) { ${FIELDS} }
}`;
export const APPROVE = byId('approveBooking');
export const DECLINE = `mutation Decline($id: ID!, $reason: String) { declineBooking(id: $id, reason: $reason) { ${FIELDS} } }`;
export const CANCEL_FOR_FEE = `mutation Cancel($id: ID!, $waiveFee: Boolean) {
  cancelBooking(id: $id, waiveFee: $waiveFee) { ${FIELDS} }
}`;
export const CHECK_IN = byId('checkIn');
export const CHECK_OUT = byId('checkOut');
export const NO_SHOW = byId('markNoShow');
export const SHOW = `query Show($id: ID!) { booking(id: $id) { ${FIELDS} } }`;
export const MODIFY = `mutation Modify($input: ModifyBookingInput!) { modifyBooking(input: $input) { ${FIELDS} } }`;

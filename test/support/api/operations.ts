/** GraphQL documents that several tests send. */

export const BOOK = `mutation Book($input: BookRoomInput!) {
  bookRoom(input: $input) {
    id status version propertyId roomTypeId arrival departure nights units adults children
    guest { name email phone } nightlyRates totalPrice { amount currency } remaining createdAt updatedAt
  }
}`;

export const CANCEL = `mutation Cancel($id: ID!, $reason: String) {
  cancelBooking(id: $id, reason: $reason) { id status version cancelReason cancelledAt updatedAt }
}`;

export const BOOKING = `query Booking($id: ID!) {
  booking(id: $id) {
    id status version propertyId roomTypeId arrival departure nights units adults children
    guest { name email phone } nightlyRates totalPrice { amount currency } remaining createdAt updatedAt
  }
}`;

export const CALENDAR = `query Calendar($propertyId: ID!, $from: AWSDate!, $to: AWSDate!) {
  calendar(propertyId: $propertyId, from: $from, to: $to) {
    roomTypeId
    nights { date total available held sold rate closed closedToArrival closedToDeparture minStay }
  }
}`;

export const ON_AVAILABILITY = `subscription S($propertyId: ID!) {
  onAvailabilityChanged(propertyId: $propertyId) {
    propertyId roomTypeId
    nights { date total available held sold rate closed closedToArrival closedToDeparture minStay }
  }
}`;

export const AVAILABILITY = `query Free($propertyId: ID!, $arrival: AWSDate!, $departure: AWSDate!, $units: Int, $roomTypeId: ID) {
  availability(propertyId: $propertyId, arrival: $arrival, departure: $departure, units: $units, roomTypeId: $roomTypeId) {
    propertyId arrival departure
    roomTypes { roomTypeId name available bookable reason message totalPrice { amount currency } nights { date available rate } }
  }
}`;

export const SET_INVENTORY = `mutation Set($input: SetInventoryInput!) {
  setInventory(input: $input) {
    propertyId roomTypeId
    nights { date total available held sold rate closed closedToArrival closedToDeparture minStay }
  }
}`;

export const PUT_PROPERTY = `mutation Put($input: PutPropertyInput!) {
  putProperty(input: $input) { id name city country timeZone currency location { latitude longitude } groupId homeRegion version }
}`;

export const PUT_ROOM_TYPE = `mutation Put($input: PutRoomTypeInput!) {
  putRoomType(input: $input) { id propertyId name rank adults children oversellAllowance version }
}`;

export const SEARCH = `query Search($input: SearchAvailabilityInput!) {
  searchAvailability(input: $input) {
    items {
      propertyId name city country location { latitude longitude } distanceKm cheapestTotal { amount currency }
      roomTypes { roomTypeId name rank available totalPrice { amount currency } }
    }
    nextToken total searched source
  }
}`;

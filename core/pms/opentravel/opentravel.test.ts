import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventBooking } from '../../events/eventBooking.ts';
import { sampleBooking } from '../../events/testing/sampleBooking.ts';
import { decimalAmount } from '../../money/decimalAmount.ts';
import { readResNotifAnswer } from './readResNotifAnswer.ts';
import { type ResNotifMessage, resNotifRequest } from './resNotifRequest.ts';
import { attribute, descendants, type XmlElement, xmlText } from './tree.ts';

const ID = sampleBooking().booking_id;
const RESERVATION = ['OTA_HotelResNotifRQ', 'HotelReservations', 'HotelReservation'];
const message: ResNotifMessage = {
  booking: eventBooking(sampleBooking({ version: 3 })),
  action: 'Modify',
  state: 'RESERVED',
  confirmationNumber: 'PMS-1',
  isRepeat: false,
  sentAt: '2026-11-20T10:00:01.000Z',
};
const request = resNotifRequest(message);
/** The one element at a path below the reservation. */
const at = (...path: string[]): XmlElement => descendants(request, ...RESERVATION, ...path)[0];

describe('OTA_HotelResNotifRQ', () => {
  it('says what it is, to whom and when', () => {
    expect(request.OTA_HotelResNotifRQ).toMatchObject({
      '@_xmlns': 'http://www.opentravel.org/OTA/2003/05',
      '@_ResStatus': 'Modify',
      '@_EchoToken': `${ID}:3`,
      '@_TimeStamp': '2026-11-20T10:00:01.000Z',
    });
    expect(request.OTA_HotelResNotifRQ).not.toHaveProperty('@_RetransmissionIndicator');
    expect(resNotifRequest({ ...message, isRepeat: true }).OTA_HotelResNotifRQ).toMatchObject({
      '@_RetransmissionIndicator': 'true',
    });
  });

  it('names the reservation, its version and the PMS’s own number', () => {
    expect(at()['@_ResStatus']).toBe('Reserved');
    expect(at('UniqueID')).toMatchObject({ '@_Type': '14', '@_ID': ID, '@_Instance': '3' });
    expect(at('ResGlobalInfo', 'HotelReservationIDs', 'HotelReservationID')).toMatchObject({
      '@_ResID_Value': 'PMS-1',
    });
    const first = resNotifRequest({ ...message, confirmationNumber: null });
    expect(descendants(first, ...RESERVATION, 'ResGlobalInfo', 'HotelReservationIDs')).toEqual([]);
  });

  it('keeps the order of the schema, which is a sequence', () => {
    const names = (element: XmlElement) => Object.keys(element).filter((name) => !name.startsWith('@_'));
    expect(names(at())).toEqual(['UniqueID', 'RoomStays', 'ResGuests', 'ResGlobalInfo']);
    expect(names(at('RoomStays', 'RoomStay'))).toEqual([
      'RoomTypes',
      'RoomRates',
      'GuestCounts',
      'TimeSpan',
      'Total',
      'BasicPropertyInfo',
      'ResGuestRPHs',
    ]);
    expect(names(at('ResGlobalInfo'))).toEqual(['TimeSpan', 'Total', 'HotelReservationIDs', 'BasicPropertyInfo']);
  });

  it('prices each night of one unit and the whole stay, over the end of a month', () => {
    const rates = descendants(at('RoomStays', 'RoomStay', 'RoomRates', 'RoomRate', 'Rates'), 'Rate');
    const told = rates.map((rate) => [
      attribute(rate, 'EffectiveDate'),
      attribute(rate, 'ExpireDate'),
      attribute(descendants(rate, 'Base')[0], 'AmountAfterTax'),
    ]);
    expect(told).toEqual([
      ['2027-03-30', '2027-03-31', '120.00'],
      ['2027-03-31', '2027-04-01', '120.50'],
      ['2027-04-01', '2027-04-02', '99.00'],
    ]);
    expect(at('RoomStays', 'RoomStay', 'Total')).toEqual({ '@_AmountAfterTax': '679.00', '@_CurrencyCode': 'EUR' });
  });

  it('tells room type, units, party, dates and guest', () => {
    const stay = at('RoomStays', 'RoomStay');
    expect(descendants(stay, 'RoomTypes', 'RoomType')).toEqual([{ '@_RoomTypeCode': 'DLX', '@_NumberOfUnits': '2' }]);
    expect(descendants(stay, 'TimeSpan')).toEqual([{ '@_Start': '2027-03-30', '@_End': '2027-04-02' }]);
    expect(descendants(stay, 'GuestCounts', 'GuestCount')).toEqual([
      { '@_AgeQualifyingCode': '10', '@_Count': '2' },
      { '@_AgeQualifyingCode': '8', '@_Count': '1' },
    ]);
    expect(at('ResGuests', 'ResGuest', 'Profiles', 'ProfileInfo', 'Profile', 'Customer')).toEqual({
      PersonName: { GivenName: 'Ada Maria', Surname: 'Lovelace' },
      Telephone: { '@_PhoneNumber': '+351 210 000 000' },
      Email: 'ada@guests.example',
    });
  });
});

describe('texts and amounts', () => {
  it('hold nothing that XML cannot', () => {
    expect(xmlText('Ada\u0000\u000b <&> \u{1F600}\uFFFF\uD800')).toBe('Ada\uFFFD\uFFFD <&> \u{1F600}\uFFFD\uFFFD');
  });

  it.each([
    [12050, 'EUR', '120.50'],
    [5, 'EUR', '0.05'],
    [0, 'EUR', '0.00'],
    [-1250, 'EUR', '-12.50'],
    [12050, 'JPY', '12050'],
    [12050, 'KWD', '12.050'],
  ])('%i %s is %s', (minor, currency, text) => expect(decimalAmount(minor, currency)).toBe(text));
});

describe('OTA_HotelResNotifRS', () => {
  const read = (root: unknown, status = 200) =>
    readResNotifAnswer({ status, retryAfterSeconds: null, body: { OTA_HotelResNotifRS: root } }, ID);
  const numbered = (...ids: [type: string, value: string][]) => ({
    Success: '',
    HotelReservations: {
      HotelReservation: {
        ResGlobalInfo: {
          HotelReservationIDs: {
            HotelReservationID: ids.map(([type, value]) => ({ '@_ResID_Type': type, '@_ResID_Value': value })),
          },
        },
      },
    },
  });

  it('acknowledges with Success, and tells warnings without their text', () => {
    expect(read({ Success: '' })).toEqual({ kind: 'delivered', confirmationNumber: null, warnings: [] });
    const warned = { Success: '', Warnings: { Warning: { '@_Type': '3', '@_Code': '1', '#text': 'Ada is late' } } };
    expect(read(warned)).toMatchObject({ kind: 'delivered', warnings: ['OTA warning 3/1'] });
  });

  it('gives the PMS’s number, not our own', () => {
    expect(read(numbered(['14', ID], ['14', 'PMS-1']))).toMatchObject({ confirmationNumber: 'PMS-1' });
    expect(read(numbered(['10', 'H-1'], ['40', 'C-1']))).toMatchObject({ confirmationNumber: 'C-1' });
    expect(read(numbered(['14', ID]))).toMatchObject({ confirmationNumber: null });
  });

  it('refuses with Errors, for good or for now', () => {
    const error = (...types: string[]) => ({ Errors: { Error: types.map((type) => ({ '@_Type': type })) } });
    expect(read(error('3'))).toEqual({ kind: 'permanent', reason: 'OTA error 3/?' });
    expect(read(error('12')).kind).toBe('temporary');
    expect(read(error('12', '10')).kind).toBe('permanent');
    expect(read({ Success: '', ...error('1') }).kind).toBe('temporary');
  });

  it('acknowledges nothing with anything else', () => {
    expect(read('').kind).toBe('temporary');
    expect(read({ Success: '' }, 503).kind).toBe('temporary');
    for (const body of [null, 'text', { html: {} }, []]) {
      expect(readResNotifAnswer({ status: 200, retryAfterSeconds: null, body }, ID).kind).toBe('temporary');
    }
  });

  it('reads whatever tree it is given', () => {
    fc.assert(fc.property(fc.object(), (root) => void read(root)));
  });
});

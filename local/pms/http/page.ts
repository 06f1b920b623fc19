import { escape } from '../../simulator/http/escape.ts';
import type { Reservation } from '../reservation.ts';

const COLUMNS = [
  ['Property', (r: Reservation) => r.propertyId],
  ['Confirmation', (r: Reservation) => r.confirmationNumber],
  ['Arrival', (r: Reservation) => r.arrival],
  ['Departure', (r: Reservation) => r.departure],
  ['Room type', (r: Reservation) => r.roomTypeId],
  ['Units', (r: Reservation) => String(r.units)],
  ['Guest', (r: Reservation) => r.guestName],
  ['Status', (r: Reservation) => r.status],
  ['Total', (r: Reservation) => r.total],
  ['Booking', (r: Reservation) => `${r.bookingId} v${r.version}`],
] as const;

/** At most so many rows, so that the page opens whatever the hotel's size. */
const MOST_ROWS = 500;

/** The page that lists reservations, soonest arrival first. */
export function reservationsPage(reservations: Reservation[]): string {
  const active = reservations.filter((reservation) => reservation.isActive).length;
  const rows = reservations.slice(0, MOST_ROWS).map(row).join('\n');
  const shown = reservations.length > MOST_ROWS ? `, the first ${MOST_ROWS} shown` : '';
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>PMS simulator</title>
<style>
  body { font: 14px system-ui, sans-serif; margin: 2rem }
  table { border-collapse: collapse }
  th, td { padding: .3rem .8rem; border-bottom: 1px solid #ddd; text-align: left }
  tr.ended { color: #888; text-decoration: line-through }
</style>
<h1>PMS simulator</h1>
<p>${reservations.length} reservations, ${active} active${shown}.</p>
<table>
<tr>${COLUMNS.map(([title]) => `<th scope="col">${title}</th>`).join('')}</tr>
${rows}
</table>
</html>
`;
}

function row(reservation: Reservation): string {
  const cells = COLUMNS.map(([, read]) => `<td>${escape(read(reservation))}</td>`).join('');
  return `<tr${reservation.isActive ? '' : ' class="ended"'}>${cells}</tr>`;
}

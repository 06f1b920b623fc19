import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { type Reservation, toReservation } from './reservation.ts';

/**
 * Reads a file of the public Hotel booking demand format, `.csv` or `.csv.gz`, in the order of its rows.
 * @throws when the file cannot be read, is empty, or a row is not of the format
 */
export async function readReservations(file: string): Promise<Reservation[]> {
  const reservations: Reservation[] = [];
  const collect = async (records: AsyncIterable<unknown>) => {
    for await (const record of records) reservations.push(toReservation(record, reservations.length + 1));
  };
  const source = createReadStream(file);
  // Some copies of the public file pad the room types with blanks.
  const parser = parse({ columns: true, trim: true, bom: true });
  if (file.endsWith('.gz')) await pipeline(source, createGunzip(), parser, collect);
  else await pipeline(source, parser, collect);
  if (reservations.length === 0) throw new Error(`${file} holds no rows.`);
  return reservations;
}

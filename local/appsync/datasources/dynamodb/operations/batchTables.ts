import { badRequest, expectObject, type Json } from '../../requestShape.ts';
import { fromWire, type WireMap } from '../attributes.ts';
import { sameItem } from '../sameItem.ts';

/** Reads `tables` of a batch request, at least one. */
export function readTables<Table>(request: Json, read: (value: unknown, path: string) => Table): Record<string, Table> {
  const given = expectObject(request.tables, '$[tables]');
  const tables: Record<string, Table> = {};
  for (const name in given) tables[name] = read(given[name], `$[tables][${name}]`);
  if (Object.keys(tables).length === 0) throw badRequest("'$[tables]' must name at least one table.");
  return tables;
}

/** The same for every table, under its name. */
export function mapTables<Table, Mapped>(
  tables: Record<string, Table>,
  map: (table: Table, name: string) => Mapped,
): Record<string, Mapped> {
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, map(table, name)]));
}

export function plain(items: readonly WireMap[]): (Json | null)[] {
  return items.map(fromWire);
}

/** Does the item have this key? */
export function hasKey(item: WireMap, key: WireMap): boolean {
  return Object.keys(key).every((name) => sameItem({ [name]: item[name] ?? {} }, { [name]: key[name] ?? {} }, []));
}

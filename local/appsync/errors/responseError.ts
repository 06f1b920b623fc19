/** One entry of a response's `errors`, in AppSync's shape. `locations` is null where AppSync gives none. */
export type ResponseError = {
  path: readonly (string | number)[] | null;
  data?: unknown;
  errorType?: string | null;
  errorInfo?: unknown;
  locations: { line: number; column: number; sourceName: null }[] | null;
  message: string;
};

type Position = { readonly line: number; readonly column: number };

/** AppSync adds a `sourceName`, always null, to what GraphQL calls a location. */
export function toLocations(positions: readonly Position[] | undefined): ResponseError['locations'] {
  return positions?.map(({ line, column }) => ({ line, column, sourceName: null })) ?? null;
}

/** graphql-java's way to write a path: `/bookings/items[0]/guest`. */
export function writePath(path: readonly (string | number)[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `/${step}`)).join('');
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** The first of the ids that no property can have; undefined where all are well-formed. */
export function wrongId(ids: readonly string[]): string | undefined {
  return ids.find((id) => !ID.test(id));
}

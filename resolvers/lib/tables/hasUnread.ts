/** Has a BatchGetItem left something unread, as a throttled table does? @param unprocessedKeys of its result */
export function hasUnread(unprocessedKeys: Record<string, unknown[] | null> | null | undefined): boolean {
  return Object.values(unprocessedKeys ?? {}).some((keys) => (keys ?? []).length > 0);
}

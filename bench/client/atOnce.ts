/** Works through `items` in order with up to `workers` of them at once. The first failure ends it. */
export async function atOnce<T>(items: Iterable<T>, workers: number, work: (item: T) => Promise<void>): Promise<void> {
  const shared = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = shared.next(); !next.done; next = shared.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: workers }, worker));
}

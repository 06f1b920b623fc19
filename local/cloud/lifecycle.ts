/** Things that were started, to be stopped in the opposite order. */
export class Lifecycle {
  readonly #stops: { name: string; stop: () => void | Promise<void> }[] = [];
  #stopping: Promise<void> | undefined;

  /** Remembers how to stop what was just started. */
  add(name: string, stop: () => void | Promise<void>): void {
    this.#stops.push({ name, stop });
  }

  /** Stops everything, also when stopping one thing fails. A second call waits for the first. @throws {AggregateError} */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<void> {
    const failures: Error[] = [];
    for (const { name, stop } of this.#stops.reverse()) {
      try {
        await stop();
      } catch (cause) {
        failures.push(
          new Error(`${name} did not stop: ${cause instanceof Error ? cause.message : String(cause)}`, { cause }),
        );
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, failures.map((failure) => failure.message).join('; '));
  }
}

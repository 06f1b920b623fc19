/** The time a request has. `signal` aborts when it is over; `stop` must be called when the request is done. */
export type Deadline = { signal: AbortSignal; stop(): void };

export function startDeadline(milliseconds: number): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new DOMException('Execution timed out.', 'TimeoutError')),
    milliseconds,
  );
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
}

/** The promise's outcome, or the signal's reason as soon as it aborts. */
export function within<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Asks for the end of the program: Ctrl-C, a service manager, a closed terminal. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends the program in order at the first signal, at once at the second. A signal that comes before there is anything to
 * stop in order ends it at once too: child processes die with this one.
 * @param stopper what stops the program in order, or undefined while it starts
 * @param onStopped gets what went wrong while stopping, or undefined
 */
export function endOnSignal(
  stopper: () => (() => Promise<void>) | undefined,
  onStopped: (error?: unknown) => void,
): void {
  let ending = false;
  const end = (): void => {
    const stop = stopper();
    if (ending || stop === undefined) process.exit(130);
    ending = true;
    stop().then(() => onStopped(), onStopped);
  };
  for (const signal of signals) process.on(signal, end);
}

/** Stands in line. @property settledAt when it was confirmed, epoch milliseconds; rejects when it was not */
export type InLine = { settledAt: Promise<number> };

/** `spurious`: refused or aborted although units were left. Nothing was sold, and the next attempt may sell. */
export type AttemptResult = 'sold' | 'spurious' | InLine;

/** Makes bookings by one method. */
export type Sales = {
  /**
   * Draws the next stay and its booking id.
   * @returns makes one attempt at it; throws when the answer is none that the method can give
   */
  next(): () => Promise<AttemptResult>;
  close(): Promise<void>;
};

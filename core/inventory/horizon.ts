/** Nights so many days ahead can be loaded, three years; there are no pages beyond. */
export const HORIZON_DAYS = 3 * 366;

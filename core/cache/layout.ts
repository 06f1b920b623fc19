/*
 * Bytes of a packed page: its head, and each of its nights and exceptions. The script that writes pages knows them too.
 * A page's shape is the fifth byte of its head: the number of nights, and whether its rates are narrow.
 */
export const HEAD = 6;
export const EXCEPTION = 2;

/** The bit of a shape that says that rates take three bytes instead of four. */
export const NARROW = 0x80;
/** A night's bytes with four for its rate. */
export const WIDE_NIGHT = 7;

export const nightSize = (shape: number): number => WIDE_NIGHT - ((shape & NARROW) === 0 ? 0 : 1);

export const nightsIn = (shape: number): number => shape & ~NARROW;

/** Bytes of a packed page of this shape with so many exceptions. */
export const pageSize = (shape: number, exceptions: number): number =>
  HEAD + nightSize(shape) * nightsIn(shape) + EXCEPTION * exceptions;

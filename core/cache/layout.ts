/** Bytes of a packed page: its head, and each of its nights and exceptions. The script that writes pages knows them too. */
export const HEAD = 6;
export const NIGHT = 7;
export const EXCEPTION = 2;

/** Bytes of a packed page with so many nights and exceptions. */
export const pageSize = (nights: number, exceptions: number): number => HEAD + NIGHT * nights + EXCEPTION * exceptions;

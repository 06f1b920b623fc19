const LONGEST_MS = 2_000;

/** The same answer, or after two seconds none. @throws when it took longer */
export async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${LONGEST_MS} ms`)), LONGEST_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What cannot be told is null. */
export const orNull = <T>(answer: Promise<T>): Promise<T | null> => inTime(answer).catch(() => null);

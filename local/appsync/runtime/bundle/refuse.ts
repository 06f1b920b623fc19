/** A bundle that cannot be loaded: AppSync would refuse it at deploy ("The code contains one or more errors"). */
export class CodeRefusedError extends Error {
  override readonly name = 'CodeRefusedError';
}

/** @param position 0-based offset in the bundle, when the fault has a place */
export function refuse(name: string, code: string, what: string, position?: number): never {
  throw new CodeRefusedError(`${name}${position === undefined ? '' : `:${lineAndColumn(code, position)}`}: ${what}`);
}

function lineAndColumn(code: string, position: number): string {
  const before = code.slice(0, position).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

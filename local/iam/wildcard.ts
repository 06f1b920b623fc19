/** Does `text` match an IAM pattern, where `*` stands for any characters and `?` for one? */
export type Matcher = (text: string) => boolean;

/** @param options.ignoreCase for actions, which IAM compares without regard to case; resources and values are exact */
export function wildcard(pattern: string, options: { ignoreCase: boolean } = { ignoreCase: false }): Matcher {
  if (pattern === '*') return () => true;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, options.ignoreCase ? 'is' : 's');
  return (text) => expression.test(text);
}

/** Matches an ARN as ArnLike does: each of the six parts by itself, so that `*` never reaches over a colon. */
export function arnWildcard(pattern: string): Matcher {
  const matchers = arnParts(pattern).map((part) => wildcard(part));
  return (text) => arnParts(text).every((part, index) => matchers[index]?.(part) === true);
}

/** Always six parts; the last keeps its own colons. */
function arnParts(arn: string): string[] {
  const parts = arn.split(':');
  return [...Array.from({ length: 5 }, (_, index) => parts[index] ?? ''), parts.slice(5).join(':')];
}

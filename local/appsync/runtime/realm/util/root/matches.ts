import { Failure, Pattern } from '../../intrinsics.ts';
import { text } from '../arguments.ts';

/** What the platform would read in another sense: class intersections, and named classes (ASCII only in Java). */
const JAVA_ONLY = /&&|\\[pP]\{[^}]{3,}\}/;

/**
 * Does a value match a regular expression? AppSync uses java.util.regex, this the platform's own in Unicode mode,
 * which agree on the common constructs and refuse most of the rest with a syntax error (possessive quantifiers,
 * `\Q..\E`, `\A`, `\z`). Differences that stay: `\s` takes Unicode spaces here, `$` does not match
 * before a last line break here, `.` and case-insensitivity beyond ASCII.
 *
 * AppSync's documents do not say whether the whole value must match, so a pattern for which that makes a difference
 * is refused: write it with ^ and $ around all of it.
 */
export function matches(pattern: string, value: string): boolean {
  const given = text('util.matches', pattern);
  const tested = text('util.matches', value);
  const foreign = JAVA_ONLY.exec(given);
  if (foreign) throw new Failure(`util.matches: "${foreign[0]}" is not supported by the local AppSync runtime`);
  const whole = new Pattern(`^(?:${given})$`, 'u').test(tested);
  if (!whole && new Pattern(given, 'u').test(tested)) {
    throw new Failure(`util.matches: "${given}" matches a part of the value only; write it as ^(?:...)$ or with .*`);
  }
  return whole;
}

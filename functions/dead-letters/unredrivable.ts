/** A letter that cannot go back just now, or never: it stays where it is, and the operator hears why. */
export class Unredrivable extends Error {
  override readonly name = 'Unredrivable';
}

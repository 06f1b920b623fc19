import { Transform } from 'node:stream';

/** Passes bytes on and fails at the first one above `most`. */
export function atMost(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      bytes += chunk.length;
      if (bytes > most) callback(new Error(`The answer is longer than ${most} bytes.`));
      else callback(null, chunk);
    },
  });
}

import type { DynamoDBStreamEvent } from 'aws-lambda';
import type { Letter } from '../hold.ts';
import { Unredrivable } from '../unredrivable.ts';
import { invokeConsumer } from './invokeConsumer.ts';
import { readAgain } from './readAgain.ts';
import { streamPosition } from './streamPosition.ts';

/**
 * Lets the function that reads the stream do a letter's records again: those in the letter, where the function itself gave
 * them up, or those in the stream that Lambda names.
 * @throws Unredrivable
 */
export async function redriveToFunction(functionName: string, letter: Letter): Promise<void> {
  const position = streamPosition(letter.Body);
  await invokeConsumer(functionName, position ? await readAgain(position) : recordsIn(letter));
}

function recordsIn({ Body: body }: Letter): DynamoDBStreamEvent['Records'] {
  try {
    const { Records: records } = JSON.parse(body) as Partial<DynamoDBStreamEvent>;
    if (Array.isArray(records)) return records;
  } catch {
    // Below: it is nothing that a stream's function could be given.
  }
  throw new Unredrivable('The letter holds no stream records, and does not say where they are.');
}

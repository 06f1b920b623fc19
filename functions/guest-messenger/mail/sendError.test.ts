import { BadRequestException, MessageRejected, TooManyRequestsException } from '@aws-sdk/client-sesv2';
import { expect, it } from 'vitest';
import { RefusedError, sendError } from './sendError.ts';

const $metadata = {};
const rejected = (message: string) => sendError(new MessageRejected({ message, $metadata }));

it('what is wrong with the mail or its address is refused for good', () => {
  expect(rejected('The message contains a virus.')).toBeInstanceOf(RefusedError);
  const bad = new BadRequestException({ message: 'Missing domain', $metadata });
  expect(sendError(bad)).toBeInstanceOf(RefusedError);
});

it('what is wrong with the account or the network passes', () => {
  const unverified =
    'Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: a@b.c';
  const busy = new TooManyRequestsException({ message: 'Too many requests', $metadata });
  for (const error of [rejected(unverified), sendError(busy), sendError(new Error('socket hang up'))])
    expect(error).not.toBeInstanceOf(RefusedError);
});

it('no error repeats the service’s words', () => {
  const messages = ['Email address is not verified: ada@guests.example', 'ada@guests.example is no address'].map(
    (text) => rejected(text).message,
  );
  expect(messages.join()).not.toContain('ada');
});

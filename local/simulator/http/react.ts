import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export type Answer = { status: number; headers: Record<string, string>; body: string };
/** What to do with the connection. `cut`: break it off. `hold`: never answer. */
export type Reaction = { kind: 'answer'; answer: Answer; delayMs: number } | { kind: 'cut' } | { kind: 'hold' };

/** Does to the connection what the reaction says. */
export async function react(reaction: Reaction, response: ServerResponse): Promise<void> {
  switch (reaction.kind) {
    case 'answer': {
      const { status, headers, body } = reaction.answer;
      if (reaction.delayMs > 0) await wait(reaction.delayMs, undefined, { ref: false });
      response.writeHead(status, headers).end(body);
      return;
    }
    case 'cut':
      response.socket?.resetAndDestroy();
      return;
    case 'hold':
      return;
    default:
      reaction satisfies never;
  }
}

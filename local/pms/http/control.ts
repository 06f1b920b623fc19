import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import type { BehaviourInput } from '../../simulator/behaviour/behaviour.ts';
import type { Pms } from '../pms.ts';

export type ControlCall = { method: string; path: string; query: URLSearchParams; body: string };

/** The doors through which the PMS is watched and told how to behave: `/control/...`. */
export function control(pms: Pms, call: ControlCall, response: ServerResponse): void {
  const propertyId = call.query.get('propertyId') ?? undefined;
  switch (`${call.method} ${call.path}`) {
    case 'GET /control/reservations':
      return send(response, 200, pms.book.list(propertyId));
    case 'GET /control/received':
      return send(response, 200, pms.calls);
    case 'DELETE /control/received':
      pms.calls.length = 0;
      return send(response, 200, pms.calls);
    case 'GET /control/behaviour':
      return send(response, 200, pms.behaviours.current());
    case 'PUT /control/behaviour':
      return setBehaviour(pms, call.body, propertyId, response);
    case 'DELETE /control/behaviour':
      pms.behaviours.reset();
      return send(response, 200, pms.behaviours.current());
    default:
      return send(response, 404, { error: `nothing is served at ${call.method} ${call.path}` });
  }
}

function setBehaviour(pms: Pms, body: string, propertyId: string | undefined, response: ServerResponse): void {
  try {
    pms.behaviours.set(JSON.parse(body) as BehaviourInput, propertyId);
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : 'the body is not JSON';
    return send(response, 400, { error: reason });
  }
  return send(response, 200, pms.behaviours.current());
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

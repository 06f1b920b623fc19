import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { type Piece, planPieces } from '../../core/reconciliation/piece.ts';
import type { RunScope } from '../../core/reconciliation/runScope.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { beginRun, newScope } from '../shared/reconciliation/beginRun.ts';
import { readState } from '../shared/reconciliation/runState.ts';
import { config } from './config.ts';

/** `runId`: of a run that an operator began, whose execution this is. */
export type BeginEvent = { input: { runId?: string } };
export type BeginAnswer = { isBusy: boolean; run: RunScope | null; pieces: Piece[] };

/** Begins a run, unless one is under way, and plans its pieces by how many pages the table holds. */
export async function begin({ input }: BeginEvent): Promise<BeginAnswer> {
  const run = input.runId ? await adopt(input.runId) : ((await beginRun())?.scope ?? null);
  if (!run) return { isBusy: true, run, pieces: [] };
  // Counted by the table itself every few hours: near enough to choose segments by.
  const { Table } = await documents.send(new DescribeTableCommand({ TableName: config.inventoryTable }));
  return { isBusy: false, run, pieces: planPieces(Table?.ItemCount ?? 0, config.mostSegments) };
}

/** The run as it was begun; null where it is over, or another one has taken its place. */
async function adopt(runId: string): Promise<RunScope | null> {
  const state = await readState();
  return state.run_id === runId ? newScope(state, Date.now(), runId) : null;
}

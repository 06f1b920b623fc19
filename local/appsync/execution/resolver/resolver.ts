import type { DataSource } from '../../datasources/dataSource.ts';
import type { HandlerCode } from '../../runtime/contract.ts';

/** A resolver or function with a data source: request handler, data source, response handler. */
export type SourceStep = { name: string; code: HandlerCode; source: DataSource; maxBatchSize: number };

/** A field's resolver, loaded. */
export type Resolver =
  | ({ kind: 'UNIT'; environment: Record<string, string> } & SourceStep)
  | { kind: 'PIPELINE'; name: string; environment: Record<string, string>; code: HandlerCode; functions: SourceStep[] };

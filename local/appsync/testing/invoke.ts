import type { DataSource, Invocation } from '../datasources/dataSource.ts';
import { BatchQueue } from '../datasources/lambda/batchQueue.ts';
import type { SourceAnswer } from '../datasources/sourceAnswer.ts';

/** Asks a data source the way a resolver of `Mutation.change: Room` does. */
export function invoke(source: DataSource, request: unknown, parts: Partial<Invocation> = {}): Promise<SourceAnswer> {
  return source.invoke({
    request,
    context: {
      arguments: { id: 'a' },
      source: null,
      stash: {},
      identity: { sub: 'guest' },
      request: { headers: {}, domainName: null },
      info: {
        fieldName: 'change',
        parentTypeName: 'Mutation',
        variables: {},
        selectionSetList: [],
        selectionSetGraphQL: '',
      },
      env: {},
      authType: 'API Key Authorization',
      prev: null,
    },
    outputType: 'Room',
    signal: new AbortController().signal,
    batches: new BatchQueue(),
    step: { maxBatchSize: 0 },
    ...parts,
  });
}

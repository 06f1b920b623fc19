import { Failure } from '../intrinsics.ts';
import { leave } from '../invocation.ts';

export const runtime = {
  /**
   * Ends the handler with a value. `skipTo` is 'NEXT' unless given; what that means depends on where the handler
   * stands (unit resolver, pipeline, function), which the caller of the runtime knows.
   */
  earlyReturn(value?: unknown, options?: { skipTo?: 'END' | 'NEXT' }): never {
    const skipTo = options?.skipTo ?? 'NEXT';
    if (skipTo !== 'END' && skipTo !== 'NEXT') {
      throw new Failure(`runtime.earlyReturn: skipTo is "END" or "NEXT", not ${typeof skipTo}`);
    }
    leave({ kind: 'earlyReturn', value, skipTo });
  },
};

import type { MutationExtendHoldArgs } from '../../generated/types.ts';
import type { ChangeContext } from '../steps/changing/types.ts';

export type ExtendContext = ChangeContext<MutationExtendHoldArgs>;

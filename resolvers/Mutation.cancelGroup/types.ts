import type { MutationCancelGroupArgs } from '../../generated/types.ts';
import type { GroupContext } from '../steps/groups/types.ts';

export type CancelGroupContext = GroupContext<MutationCancelGroupArgs>;

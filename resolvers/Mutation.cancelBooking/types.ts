import type { MutationCancelBookingArgs } from '../../generated/types.ts';
import type { ChangeContext } from '../steps/changing/types.ts';

export type CancelContext = ChangeContext<MutationCancelBookingArgs>;

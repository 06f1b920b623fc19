import type { MutationDeclineBookingArgs } from '../../generated/types.ts';
import type { ChangeContext } from '../steps/changing/types.ts';

export type DeclineContext = ChangeContext<MutationDeclineBookingArgs>;

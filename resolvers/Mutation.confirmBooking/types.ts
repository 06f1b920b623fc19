import type { MutationConfirmBookingArgs } from '../../generated/types.ts';
import type { ChangeContext } from '../steps/changing/types.ts';

export type ConfirmContext = ChangeContext<MutationConfirmBookingArgs>;

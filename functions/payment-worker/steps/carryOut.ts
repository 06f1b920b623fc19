import type { PaymentStep } from '../../../core/payments/decide.ts';
import { measure } from '../../shared/measure.ts';
import type { Pair } from '../readPair.ts';
import { confirmHeld } from './confirmHeld.ts';
import { notePayment } from './notePayment.ts';
import { cancelOrder, capture, refund } from './provider.ts';

const METRICS: Record<Exclude<PaymentStep['kind'], 'note' | 'nothing'>, string> = {
  confirm: 'PaymentsConfirmed',
  capture: 'PaymentsCaptured',
  cancelOrder: 'PaymentsCancelled',
  refund: 'PaymentsRefunded',
};

/** Does one step. @param delivery how often the message was received */
export async function carryOut(step: PaymentStep, pair: Pair, delivery: number): Promise<void> {
  await doStep(step, pair, delivery);
  if (step.kind in METRICS) measure(METRICS[step.kind as keyof typeof METRICS], 1);
}

async function doStep(step: PaymentStep, { booking, order }: Pair, delivery: number): Promise<void> {
  switch (step.kind) {
    case 'confirm':
      return confirmHeld(booking, step.payment, Date.now());
    case 'capture':
      return capture(order, step.amount, delivery);
    case 'cancelOrder':
      return cancelOrder(order);
    case 'refund':
      return refund(order, step.amount);
    case 'note':
      return notePayment(booking, step.payment, Date.now());
    case 'nothing':
      return;
    default:
      return step satisfies never;
  }
}

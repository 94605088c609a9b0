import { on } from '../../../platform/events/event-subscribers.ts';
import { handOverPlansOf } from './hand-over.service.ts';

/** Nobody's work is left without somebody who can change it. */
export const collaboratorsSubscribers = [
  on('user.deactivated', 'plans.hand_over', async (tx, context, { payload }) => {
    if (typeof payload.user_id === 'string') await handOverPlansOf(tx, context, payload.user_id);
  }),
];

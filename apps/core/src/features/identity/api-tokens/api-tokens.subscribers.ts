import { on } from '../../../platform/events/event-subscribers.ts';
import { noteOwnerLeft } from './service-accounts.service.ts';

/** The tokens of a service account do not outlive its owners unnoticed (IDN-89). */
export const apiTokensSubscribers = ['user.suspended', 'user.deactivated'].map((event) =>
  on(event, `api_tokens.${event}`, async (tx, context, { payload }) => {
    if (typeof payload.user_id === 'string') await noteOwnerLeft(tx, context, payload.user_id);
  }),
);

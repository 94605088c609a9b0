import { on } from '../../../platform/events/event-subscribers.ts';
import { mailInvitation } from './invitations.service.ts';

/** Whoever creates people, by hand or by the hundred, says so with an event; the link follows after the commit. */
export const invitationsSubscribers = [
  on('user.invited', 'invitations.mail', async (tx, context, { payload }) => {
    if (typeof payload.user_id === 'string') await mailInvitation(tx, context, payload.user_id);
  }),
];

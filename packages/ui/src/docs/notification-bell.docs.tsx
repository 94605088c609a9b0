'use client';
import { Button } from '../button.tsx';
import { List, ListRow } from '../list-row.tsx';
import { NotificationBell } from '../notification-bell.tsx';
import type { DocEntry } from './entry.tsx';

function Bell() {
  return (
    <NotificationBell
      unread={2}
      action={
        <Button size="small" variant="quiet">
          Mark all read
        </Button>
      }
    >
      <List label="News">
        <ListRow title="Jan Kowalski answered you" description="About the compost · 10:42" />
        <ListRow title="North bed, version 12" description="Waits for your look · yesterday" />
      </List>
    </NotificationBell>
  );
}

export const notificationBellDocs: DocEntry = {
  name: 'notification-bell',
  title: 'Notification bell',
  group: 'Navigation',
  purpose: 'That there is news, and the news.',
  anatomy: ['Bell with a dot', 'Panel with head, list and foot'],
  states: ['nothing new', 'new', 'open'],
  keyboard: [
    ['Enter', 'opens'],
    ['Escape', 'closes and goes back'],
  ],
  speech: '“Notifications, 2 new, button”.',
  does: ['Group what belongs together'],
  donts: ['Show it on a projector'],
  examples: [{ title: 'Two new', Example: Bell }],
};

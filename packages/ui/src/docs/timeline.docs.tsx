'use client';
import { Badge } from '../badge.tsx';
import { Button } from '../button.tsx';
import { Timeline } from '../timeline.tsx';
import type { DocEntry } from './entry.tsx';

function Day() {
  return (
    <Timeline
      label="Your day"
      items={[
        {
          key: '1',
          time: '8:00',
          title: 'South bed · watering',
          description: '2 cans missing',
          subject: 'teal',
          past: true,
          end: <Badge tone="ok">Done</Badge>,
        },
        {
          key: '2',
          time: '9:00',
          title: 'North bed · thinning',
          description: '28 rows · ends 9:45',
          subject: 'leaf',
          now: true,
          end: <Badge tone="board">Now</Badge>,
          actions: (
            <>
              <Button size="small" variant="primary">
                Take note
              </Button>
              <Button size="small">Open plan</Button>
            </>
          ),
        },
        {
          key: '3',
          time: '10:45',
          title: 'Shed · tools',
          description: 'Check 14 handles',
          subject: 'violet',
        },
      ]}
    />
  );
}

export const timelineDocs: DocEntry = {
  name: 'timeline',
  title: 'Timeline',
  group: 'Content',
  purpose: 'A day, or a history, as a line with one thing alive.',
  anatomy: ['Time', 'Dot in the subject colour', 'Card'],
  states: ['past', 'now', 'coming'],
  keyboard: [['Tab', 'reaches the actions of the card that is alive']],
  speech: 'A list; the one that is now is the current item.',
  does: ['Offer actions on what is now'],
  donts: ['Repeat the date on each row'],
  examples: [{ title: 'A day', Example: Day }],
};

import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from './badge.tsx';
import type { Tone } from './tone.tsx';

/** One set of states and colours for the whole product (UXP-128); the words come from the app's translations. */
const tones = {
  draft: 'neutral',
  planned: 'neutral',
  archived: 'neutral',
  excused: 'neutral',
  assigned: 'neutral',
  in_review: 'warn',
  late: 'warn',
  due_today: 'warn',
  returned: 'info',
  extended: 'info',
  published: 'ok',
  approved: 'ok',
  done: 'ok',
  turned_in: 'ok',
  now: 'board',
  today: 'board',
  missing: 'bad',
  failed: 'bad',
} as const satisfies Record<string, Tone>;

export type Status = keyof typeof tones;

export type StatusBadgeProps = { status: Status; children: ReactNode; className?: string | undefined };

export function StatusBadge({ status, children, className }: StatusBadgeProps) {
  const icon = status === 'published' || status === 'approved' ? <CircleCheck aria-hidden /> : undefined;
  return (
    <Badge tone={tones[status]} icon={icon} className={className}>
      {children}
    </Badge>
  );
}

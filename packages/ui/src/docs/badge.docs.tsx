'use client';
import { CircleCheck } from 'lucide-react';
import { Badge } from '../badge.tsx';
import { StatusBadge } from '../status-badge.tsx';
import type { DocEntry } from './entry.tsx';

function Tones() {
  return (
    <div className="flex flex-wrap gap-2">
      <Badge>20 min</Badge>
      <Badge tone="ok" icon={<CircleCheck aria-hidden />}>
        Done
      </Badge>
      <Badge tone="warn">2 conflicts</Badge>
      <Badge tone="bad">Missing</Badge>
      <Badge tone="info">+2 days</Badge>
      <Badge tone="board">Now</Badge>
      <Badge tone="chalk">Today</Badge>
    </div>
  );
}

function Statuses() {
  return (
    <div className="flex flex-wrap gap-2">
      <StatusBadge status="draft">Draft</StatusBadge>
      <StatusBadge status="in_review">In review</StatusBadge>
      <StatusBadge status="published">Published v9</StatusBadge>
      <StatusBadge status="archived">Archived</StatusBadge>
      <StatusBadge status="returned">Returned</StatusBadge>
      <StatusBadge status="late">Late</StatusBadge>
    </div>
  );
}

export const badgeDocs: DocEntry = {
  name: 'badge',
  title: 'Badge and status badge',
  group: 'Content',
  purpose:
    'A word about a thing. Status badges give each state of the product one word and one colour everywhere.',
  anatomy: ['Icon, optional', 'One or two words, or a number with a unit'],
  states: ['seven tones'],
  keyboard: [],
  speech: 'The word alone, in the place where it stands.',
  does: ['Choose the state, let the component choose the colour'],
  donts: ['Use colour without the word', 'Make it a button'],
  examples: [
    { title: 'Tones', Example: Tones },
    { title: 'States', Example: Statuses },
  ],
};

'use client';
import { SkeletonRows } from '../skeleton.tsx';
import type { DocEntry } from './entry.tsx';

function Rows() {
  return <SkeletonRows rows={3} label="Loading the beds" />;
}

export const skeletonDocs: DocEntry = {
  name: 'skeleton',
  title: 'Skeleton',
  group: 'Feedback',
  purpose: 'The shape of what is coming, so that nothing jumps when it comes.',
  anatomy: ['Bars and circles in the places of the content', 'One word for assistive technology'],
  states: ['breathing', 'still, when reduced motion is asked'],
  keyboard: [],
  speech: '“Loading the beds”, once.',
  does: ['Draw the real number of lines'],
  donts: ['Show it for less than a moment'],
  examples: [{ title: 'Rows', Example: Rows }],
};

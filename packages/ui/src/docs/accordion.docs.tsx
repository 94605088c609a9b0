'use client';
import { Accordion } from '../accordion.tsx';
import type { DocEntry } from './entry.tsx';

function Parts() {
  return (
    <Accordion
      defaultOpen={['a']}
      items={[
        { key: 'a', title: 'Before you begin', note: '3 things', content: 'Gloves, water, a pencil.' },
        { key: 'b', title: 'If it rains', content: 'Meet in the shed; the plan for the shed is on page 2.' },
      ]}
    />
  );
}

export const accordionDocs: DocEntry = {
  name: 'accordion',
  title: 'Accordion',
  group: 'Content',
  purpose: 'Parts most people skip and some people need.',
  anatomy: ['Heading that is a button', 'Panel, found by the browser’s search even when closed'],
  states: ['closed', 'open', 'focus'],
  keyboard: [['Enter or Space', 'opens and closes']],
  speech: '“Before you begin, button, expanded”.',
  does: ['Name what is inside'],
  donts: ['Hide what everybody needs'],
  examples: [{ title: 'Two parts', Example: Parts }],
};

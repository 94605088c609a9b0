'use client';
import { Breadcrumbs } from '../breadcrumbs.tsx';
import type { DocEntry } from './entry.tsx';

function Crumbs() {
  return (
    <Breadcrumbs
      crumbs={[
        { label: 'Plan', href: '#breadcrumbs' },
        { label: 'North bed', href: '#breadcrumbs' },
        { label: 'Leaves and energy' },
      ]}
    />
  );
}

export const breadcrumbsDocs: DocEntry = {
  name: 'breadcrumbs',
  title: 'Breadcrumbs',
  group: 'Navigation',
  purpose: 'Where one is, and the way back up.',
  anatomy: ['Links to what contains this', 'The page itself, last'],
  states: ['rest', 'hover', 'focus'],
  keyboard: [['Enter', 'follows a link']],
  speech: '“You are here, navigation. Plan, link”; the last is the current page.',
  does: ['Use the titles of the pages'],
  donts: ['Repeat the sidebar'],
  examples: [{ title: 'Three levels', Example: Crumbs }],
};

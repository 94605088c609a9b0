'use client';
import { TabLinks, Tabs } from '../tabs.tsx';
import type { DocEntry } from './entry.tsx';

const items = [
  { value: 'results', label: 'Results', content: <p>What should grow.</p> },
  { value: 'evidence', label: 'Evidence', count: 4, content: <p>How we will know.</p> },
  { value: 'plan', label: 'Plan', content: <p>What happens each day.</p> },
];

function Line() {
  return <Tabs label="Parts of the plan" items={items} />;
}

function Boxed() {
  return (
    <div className="max-w-80">
      <Tabs label="Side panel" look="boxed" items={items} />
    </div>
  );
}

function Links() {
  return (
    <TabLinks
      label="Garden"
      links={[
        { href: '#tabs', label: 'Beds', current: true },
        { href: '#tokens', label: 'People', count: 28, current: false },
      ]}
      more={{ label: 'More', links: [{ href: '#menu', label: 'Compost', current: false }] }}
    />
  );
}

export const tabsDocs: DocEntry = {
  name: 'tabs',
  title: 'Tabs and tab links',
  group: 'Navigation',
  purpose: 'Parts of one thing, one at a time. Parts with an address are tab links, which are navigation.',
  anatomy: ['List of tabs, counts optional', 'One panel'],
  states: ['rest', 'hover', 'focus', 'chosen', 'disabled'],
  keyboard: [
    ['Arrows', 'go to the next or previous tab'],
    ['Home and End', 'first and last'],
    ['Tab', 'goes into the panel'],
  ],
  speech: '“Results, tab, 1 of 3, selected”.',
  does: ['Keep names to one or two words'],
  donts: ['Hide the only save button in a tab'],
  examples: [
    { title: 'Line', Example: Line },
    { title: 'Boxed', Example: Boxed },
    { title: 'Tab links', Example: Links },
  ],
};

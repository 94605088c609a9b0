'use client';
import { ArrowRight } from 'lucide-react';
import { TextLink } from '../link.tsx';
import { LinkButton } from '../link-button.tsx';
import type { DocEntry } from './entry.tsx';

function Links() {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <LinkButton
        href="#tokens"
        variant="primary"
        iconEnd={<ArrowRight aria-hidden className="rtl:-scale-x-100" />}
      >
        Open the plan
      </LinkButton>
      <LinkButton href="#tokens">See all</LinkButton>
      <span>
        Or in a sentence: <TextLink href="#tokens">what changed since Monday</TextLink>.
      </span>
    </div>
  );
}

export const linkButtonDocs: DocEntry = {
  name: 'link-button',
  title: 'Link button and text link',
  group: 'Actions',
  purpose: 'Goes somewhere. Looks like a button when it is a step, like text when it is in a sentence.',
  anatomy: ['Words that say where it leads', 'Arrow, optional, turned with the direction of reading'],
  states: ['rest', 'hover', 'focus'],
  keyboard: [['Enter', 'follows it']],
  speech: '“Open the plan, link”.',
  does: ['Let it open in a new tab like any link'],
  donts: ['Write “click here”'],
  examples: [{ title: 'As a step and in text', Example: Links }],
};

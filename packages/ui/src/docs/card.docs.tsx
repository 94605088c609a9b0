'use client';
import { Badge } from '../badge.tsx';
import { Button } from '../button.tsx';
import { Card, Section } from '../card.tsx';
import type { DocEntry } from './entry.tsx';

function Cards() {
  return (
    <div className="grid gap-3 tablet:grid-cols-2">
      <Card active>
        <div className="flex justify-between gap-3">
          <p className="font-medium">North bed · thinning</p>
          <Badge tone="board">Now</Badge>
        </div>
        <p className="text-small text-ink-2">28 rows · ends 9:45</p>
        <div className="mt-3 flex gap-1.5">
          <Button size="small" variant="primary">
            Take note
          </Button>
          <Button size="small">Open plan</Button>
        </div>
      </Card>
      <Card subject="leaf">
        <p className="font-medium">South bed · sowing</p>
        <p className="text-small text-ink-2">Check 14 trays</p>
      </Card>
    </div>
  );
}

function Sections() {
  return (
    <Section
      title="Beds"
      note="5 of 14 shown"
      action={
        <Button size="small" variant="quiet">
          See all
        </Button>
      }
    >
      <p className="text-ink-2">The content of the section.</p>
    </Section>
  );
}

export const cardDocs: DocEntry = {
  name: 'card',
  title: 'Card and section',
  group: 'Content',
  purpose:
    'A card holds one thing that can be picked up; a section is a titled part of a page without a frame.',
  anatomy: [
    'Raised surface and one hairline',
    'Edge in a subject colour, optional',
    'Thicker edge when alive',
  ],
  states: ['rest', 'active'],
  keyboard: [],
  speech: 'Its content; the section by its heading.',
  does: ['Keep one card alive at a time'],
  donts: ['Put cards in cards'],
  examples: [
    { title: 'Cards', Example: Cards },
    { title: 'Section', Example: Sections },
  ],
};

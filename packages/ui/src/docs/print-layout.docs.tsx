'use client';
import { PropertyLine } from '../page-header.tsx';
import type { DocEntry } from './entry.tsx';

/** A small picture of the sheet: the real one carries the page's only h1. */
function Sheet() {
  return (
    <div data-theme="light" className="max-w-form rounded-small border border-line bg-raised p-8 text-ink">
      <p className="mb-4 text-small text-ink-3">Riverside garden</p>
      <p className="font-serif text-title font-semibold">Leaves and energy</p>
      <div className="mt-3">
        <PropertyLine properties={[{ label: 'When', value: '2 Nov – 11 Dec' }]} />
      </div>
      <p className="reading mt-4 border-t border-line pt-4">Life runs on the controlled release of energy.</p>
    </div>
  );
}

export const printLayoutDocs: DocEntry = {
  name: 'print-layout',
  title: 'Print layout',
  group: 'Content',
  purpose: 'A sheet of paper on screen; when printed, nothing but the sheet.',
  anatomy: ['From whom', 'Serif title', 'Details', 'Body in the reading type', 'Foot'],
  states: ['screen', 'print'],
  keyboard: [],
  speech: 'An article with its heading.',
  does: ['Keep tables and figures whole'],
  donts: ['Print navigation or buttons'],
  examples: [{ title: 'A sheet', Example: Sheet }],
};

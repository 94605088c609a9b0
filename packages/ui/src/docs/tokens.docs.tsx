'use client';
import { type Subject, subjects } from '../tone.tsx';
import type { DocEntry } from './entry.tsx';

const surfaces = ['canvas', 'paper', 'raised', 'sunken', 'line', 'line-strong', 'line-control'];
const inks = ['ink', 'ink-2', 'ink-3', 'board', 'board-tint', 'chalk', 'chalk-tint'];
const statuses = ['ok', 'ok-tint', 'warn', 'warn-tint', 'bad', 'bad-tint', 'info', 'info-tint'];

function Swatches({ names }: { names: readonly string[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-3">
      {names.map((name) => (
        <li key={name} className="text-small text-ink-2">
          <span
            aria-hidden
            className="paint mb-1 block h-10 rounded-control border border-line"
            style={{ background: `var(--${name})` }}
          />
          {name}
        </li>
      ))}
    </ul>
  );
}

function Colours() {
  return (
    <div className="flex flex-col gap-4">
      <Swatches names={surfaces} />
      <Swatches names={inks} />
      <Swatches names={statuses} />
    </div>
  );
}

function SubjectSwatch({ subject }: { subject: Subject }) {
  return (
    <li
      data-subject={subject}
      className="rounded-control border border-subject-line border-s-4 border-s-subject bg-subject-tint px-3 py-2 text-small"
    >
      {subject}
    </li>
  );
}

function Subjects() {
  return (
    <ul className="grid grid-cols-2 gap-2 tablet:grid-cols-4">
      {subjects.map((subject) => (
        <SubjectSwatch key={subject} subject={subject} />
      ))}
    </ul>
  );
}

const sizes = [
  ['text-display font-serif', 'display 34/40'],
  ['text-title font-serif', 'title 26/32'],
  ['text-heading', 'heading 20/28'],
  ['text-large', 'large 16/26'],
  ['text-body', 'body 14/20'],
  ['text-small', 'small 13/18'],
  ['text-mini', 'mini 12/16'],
] as const;

function Type() {
  return (
    <div className="flex flex-col gap-2">
      {sizes.map(([look, name]) => (
        <p key={name} className={look}>
          Quiet paper, loud work <span className="text-small text-ink-3 font-sans">{name}</span>
        </p>
      ))}
    </div>
  );
}

const shapes = [
  ['rounded-small border border-line', 'small 4'],
  ['rounded-control border border-line', 'control 6'],
  ['rounded-card border border-line', 'card 10'],
  ['rounded-dialog border border-line', 'dialog 14'],
  ['rounded-card shadow-flat', 'flat'],
  ['rounded-card shadow-lifted', 'lifted'],
  ['rounded-card shadow-float', 'float'],
] as const;

function Shapes() {
  return (
    <ul className="flex flex-wrap gap-5">
      {shapes.map(([look, name]) => (
        <li key={name} className="text-small text-ink-2">
          <span aria-hidden className={`mb-2 block size-16 bg-raised ${look}`} />
          {name}
        </li>
      ))}
    </ul>
  );
}

export const tokensDocs: DocEntry = {
  name: 'styles.css',
  title: 'Tokens',
  group: 'Foundations',
  purpose:
    'The palette, type, space, shape, motion and layers everything is made of. Pages use nothing else.',
  anatomy: [
    'Four surfaces from ground to card, three lines, three inks',
    'Board for the one thing to do next, chalk only for now',
    'Status colours always with a word or an icon; eight hues that carry a subject as a dot, an edge or a tint',
    'Seven type sizes on a 4 px grid; radii 4, 6, 10, 14; motion 100, 160 and 240 ms',
  ],
  states: [
    'light',
    'dark',
    'high contrast',
    'comfortable',
    'compact',
    'projector',
    'print',
    'forced colours',
  ],
  keyboard: [],
  speech: 'Colour never speaks alone: every coloured thing also has a word.',
  does: ['Separate by tone and one hairline', 'Use at most one filled green button in a view'],
  donts: [
    'Put boxes in boxes',
    'Fill large areas with a subject colour',
    'Use chalk for anything but now and highlights',
  ],
  examples: [
    { title: 'Colours', Example: Colours },
    { title: 'Subjects', Example: Subjects },
    { title: 'Type', Example: Type },
    { title: 'Shape and elevation', Example: Shapes },
  ],
};

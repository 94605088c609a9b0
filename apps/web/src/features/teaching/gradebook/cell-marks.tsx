import clsx from 'clsx';
import {
  ArrowDownToLine,
  Ban,
  Bot,
  Circle,
  CircleDashed,
  CircleX,
  Clock3,
  CloudOff,
  EyeOff,
  Hourglass,
  Lock,
  type LucideIcon,
  OctagonX,
  TriangleAlert,
  UserRoundPlus,
  UsersRound,
  VenetianMask,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { type CellMark, cellMarks } from './cell-status.ts';

const icons: Record<CellMark, LucideIcon> = {
  conflict: TriangleAlert,
  refused: OctagonX,
  unsent: CloudOff,
  missing: CircleX,
  late: Clock3,
  new: Circle,
  ungraded: CircleDashed,
  before: UserRoundPlus,
  excused: Ban,
  incomplete: Hourglass,
  anonymous: VenetianMask,
  policy: Bot,
  dropped: ArrowDownToLine,
  locked: Lock,
  hidden: EyeOff,
  foreign: UsersRound,
};

const colors: Partial<Record<CellMark, string>> = {
  conflict: 'text-warn',
  refused: 'text-bad',
  unsent: 'text-bad',
  missing: 'text-bad',
  late: 'text-warn',
  new: 'text-info',
  ungraded: 'text-info',
  foreign: 'text-info',
};

/** The drawings of all marks once in the page: a cell then only points to one, which keeps scrolling light. */
export const MarkDrawings = memo(function MarkDrawings() {
  return (
    <svg aria-hidden width="0" height="0" className="absolute">
      {cellMarks.map((mark) => {
        const Icon = icons[mark];
        return (
          <symbol key={mark} id={`mark-${mark}`} viewBox="0 0 24 24">
            <Icon width={24} height={24} fill={mark === 'new' ? 'currentColor' : 'none'} />
          </symbol>
        );
      })}
    </svg>
  );
});

function iconLook(mark: CellMark): string {
  return clsx('shrink-0', mark === 'new' ? 'size-2' : 'size-3', colors[mark] ?? 'text-ink-3');
}

function MarkIcon({ mark }: { mark: CellMark }) {
  return (
    <svg aria-hidden data-mark={mark} className={iconLook(mark)}>
      <use href={`#mark-${mark}`} />
    </svg>
  );
}

const drawn = new Map<CellMark, Element>();

/** The same as an element of its own, for cells, which are many. */
export function markNode(mark: CellMark): Node {
  let pattern = drawn.get(mark);
  if (!pattern) {
    pattern = mark === 'missing' || mark === 'late' ? letterNode(mark) : iconNode(mark);
    drawn.set(mark, pattern);
  }
  return pattern.cloneNode(true);
}

const svg = 'http://www.w3.org/2000/svg';

function iconNode(mark: CellMark): Element {
  const icon = document.createElementNS(svg, 'svg');
  icon.setAttribute('aria-hidden', 'true');
  icon.dataset.mark = mark;
  icon.setAttribute('class', iconLook(mark));
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `#mark-${mark}`);
  icon.append(use);
  return icon;
}

function letterNode(mark: LetterMark): Element {
  const letter = document.createElement('span');
  letter.setAttribute('aria-hidden', 'true');
  letter.dataset.letter = letters[mark];
  letter.className = letterLook(mark);
  return letter;
}

/** Late and missing are stamped with the letter that one types for them. */
const letters = { missing: 'M', late: 'L' } as const;
type LetterMark = keyof typeof letters;

function letterLook(mark: LetterMark): string {
  return clsx(
    'before:content-[attr(data-letter)]',
    'flex size-4 shrink-0 items-center justify-center rounded-small text-mini font-semibold',
    mark === 'missing' ? 'bg-bad-tint text-bad' : 'bg-warn-tint text-warn',
  );
}

export function Mark({ mark }: { mark: CellMark }) {
  if (mark !== 'missing' && mark !== 'late') return <MarkIcon mark={mark} />;
  return (
    <span
      aria-hidden
      // Drawn, not written: the cell's name says the word, and a name must contain what is written (WCAG 2.5.3).
      data-letter={letters[mark]}
      className={letterLook(mark)}
    />
  );
}

/** A mark with its words: where there is room for them. */
export function MarkWords({ mark }: { mark: CellMark }) {
  const t = useTranslations('teaching-gradebook');
  return (
    <span className={clsx('inline-flex items-center gap-1 whitespace-nowrap', colors[mark])}>
      <MarkIcon mark={mark} />
      {t(`marks.${mark}`)}
    </span>
  );
}

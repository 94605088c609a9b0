'use client';
import type { PackSection } from '@k12/contracts/planning/packs';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { usePackWords } from '../../pack-words.ts';
import { useContentValue } from '../editor-context.tsx';
import { isFilled } from './is-filled.ts';

interface Props {
  sections: readonly PackSection[];
  /** How many there are of what is not in the content: standards, resources, lessons. */
  counts: Readonly<Record<string, number>>;
  children?: ReactNode;
}

/** The parts of the plan with a dot each: filled, still empty, or still empty and needed. */
export function Outline({ sections, counts, children }: Props) {
  const t = useTranslations('planning-editor');
  return (
    <nav aria-label={t('outline')} className="text-small">
      <ul className="grid gap-px">
        {sections.map((section) => (
          <OutlineEntry key={section.key} section={section} count={counts[section.kind]} />
        ))}
      </ul>
      {children}
    </nav>
  );
}

function OutlineEntry({ section, count }: { section: PackSection; count: number | undefined }) {
  const t = useTranslations('planning-editor.filled');
  const words = usePackWords();
  const value = useContentValue(`/${section.key}`);
  const filled = count === undefined ? isFilled(value) : count > 0;
  const state = filled ? 'yes' : section.required ? 'needed' : 'no';
  return (
    <li>
      <a
        href={`#section-${section.key}`}
        className="flex min-h-7 items-center gap-2.5 rounded-control px-2 text-ink-2 hover:bg-sunken hover:text-ink pointer-coarse:min-h-11"
      >
        <span
          aria-hidden
          className={clsx(
            'size-2 shrink-0 rounded-full border',
            state === 'yes' && 'border-board bg-board',
            state === 'no' && 'border-line-control',
            state === 'needed' && 'border-warn bg-warn-tint',
          )}
        />
        <span className="outline-label min-w-0 truncate">{words(section.label)}</span>
        <span className="hidden-visually">{t(state)}</span>
      </a>
    </li>
  );
}

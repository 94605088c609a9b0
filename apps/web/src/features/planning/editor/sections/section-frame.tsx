'use client';
import type { PackSection } from '@k12/contracts/planning/packs';
import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { usePackWords } from '../../pack-words.ts';
import { useLock } from '../editor-context.tsx';

interface Props {
  section: PackSection;
  /** A count beside the name, such as "3 aligned". */
  aside?: ReactNode;
  /** Controls at the end of the name's line. */
  end?: ReactNode;
  children: ReactNode;
}

/** One section of a plan: its quiet name, and under it what is written. */
export function SectionFrame({ section, aside, end, children }: Props) {
  const words = usePackWords();
  const heading = useId();
  const lock = useLock(`/${section.key}`);
  return (
    <section id={`section-${section.key}`} aria-labelledby={heading} className="min-w-0 scroll-mt-32">
      <div className="mb-1.5 flex min-h-7 flex-wrap items-center gap-x-2">
        <h2 id={heading} tabIndex={-1} className="text-small font-semibold text-ink-2">
          {words(section.label)}
        </h2>
        {aside && <span className="text-small text-ink-3 tabular-nums">{aside}</span>}
        {end && <div className="ms-auto">{end}</div>}
      </div>
      {lock && <LockNote reason={lock.reason} by={lock.locked_by} />}
      {children}
    </section>
  );
}

function LockNote({ reason, by }: { reason: string | null; by: string | null }) {
  const t = useTranslations('planning-editor');
  return (
    <p className="mb-1.5 flex items-start gap-1.5 text-small text-ink-3">
      <Lock aria-hidden className="mt-px size-3.5" />
      <span>
        {by ? t('lockedBy', { name: by }) : t('locked')}
        {reason && ` ${reason}`}
      </span>
    </p>
  );
}

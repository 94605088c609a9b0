'use client';
import type { AffectedSection } from '@k12/contracts/teaching/school-days';
import { Banner } from '@k12/ui/banner';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

export interface Affected {
  kind: 'added' | 'removed';
  sections: readonly AffectedSection[];
}

const mostShown = 12;

/** Whose lessons lie on the days that changed; their teachers are asked, nothing moves by itself (PLN-125). */
export function AffectedNote({ affected, onDismiss }: { affected: Affected; onDismiss: () => void }) {
  const t = useTranslations('school-calendar');
  const { kind, sections } = affected;
  const more = sections.length - mostShown;
  const place = useRef<HTMLDivElement>(null);
  // The day may have been changed far below, where nobody would see the note.
  useEffect(() => {
    if (affected.sections.length > 0) place.current?.scrollIntoView({ block: 'nearest' });
  }, [affected]);
  return (
    <div ref={place} className="scroll-my-20">
      <Banner
        live
        tone="warn"
        title={t(`affected.${kind}`, { count: sections.length })}
        onDismiss={onDismiss}
      >
        <p>{t('affected.asked')}</p>
        <ul className="mt-1 columns-[16rem] gap-6">
          {sections.slice(0, mostShown).map(({ section_id, course_name, section_name, sessions_count }) => (
            <li key={section_id} className="break-inside-avoid">
              <bdi>{course_name}</bdi> · <bdi>{section_name}</bdi>
              {kind === 'added' && `: ${t('affected.lessons', { count: sessions_count })}`}
            </li>
          ))}
        </ul>
        {more > 0 && <p>{t('affected.more', { count: more })}</p>}
      </Banner>
    </div>
  );
}

'use client';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import type { Work } from './work-wire.ts';

/** The version that was not picked, for as long as the student wants it (TCH-50). */
export function OtherText({ other, onDrop }: { other: Work; onDrop: () => void }) {
  const t = useTranslations('learn.conflict');
  return (
    <details className="rounded-card border border-line bg-raised p-3">
      <summary className="cursor-pointer text-small text-ink-2">{t('other')}</summary>
      <p dir="auto" className="mt-2 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {other.text}
      </p>
      <Button className="mt-3" size="small" onClick={onDrop}>
        {t('drop')}
      </Button>
    </details>
  );
}

'use client';
import { type CourseCopy, getCourseCopy } from '@k12/contracts/teaching/course-copy';
import { LinkButton } from '@k12/ui/link-button';
import { Progress } from '@k12/ui/progress';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { paths } from '@/lib/paths.ts';

const lookAgainMs = 1_000;

/** Looks until the copy is done, then says what was left out and why. */
export function CopyProgress({ id }: { id: string }) {
  const t = useTranslations('teaching-settings.course');
  const copy = useCopy(id);
  if (!copy || copy.state === 'waiting' || copy.state === 'running') {
    return (
      <div className="pb-4">
        <Progress label={t('copying')} />
      </div>
    );
  }
  if (copy.state === 'failed') return <p className="pb-4 text-bad">{t('copyFailed')}</p>;
  return (
    <div className="grid gap-4 pb-4">
      <p role="status">{t('copied', { count: copy.done_count })}</p>
      {copy.skipped.length > 0 && (
        <section aria-labelledby="copy-skipped">
          <h3 id="copy-skipped" className="mb-1 font-semibold text-small">
            {t('skipped', { count: copy.skipped.length })}
          </h3>
          <ul className="max-h-60 divide-y divide-line overflow-y-auto text-small">
            {copy.skipped.map(({ part, title, reason }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and one thing may be left out twice
              <li key={at} className="py-1">
                <bdi>{title || t(`skippedParts.${part}`)}</bdi>
                <span className="text-ink-3"> · {t(`reasons.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div>
        <LinkButton variant="primary" href={paths.teachCourse(copy.course_id)}>
          {t('openCopy')}
        </LinkButton>
      </div>
    </div>
  );
}

function useCopy(id: string): CourseCopy | null {
  const [copy, setCopy] = useState<CourseCopy | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOpen = true;
    const look = async () => {
      const next = await callApi(getCourseCopy, { params: { id } }).catch(() => null);
      if (!isOpen) return;
      if (next) setCopy(next);
      if (next?.state !== 'done' && next?.state !== 'failed') timer = setTimeout(look, lookAgainMs);
    };
    void look();
    return () => {
      isOpen = false;
      clearTimeout(timer);
    };
  }, [id]);
  return copy;
}

'use client';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import type { WorkSaver } from './work-saver.ts';
import type { Work, WorkState } from './work-wire.ts';

/** Both were changed: the student sees both and picks; the other one stays on the device (TCH-50). */
export function ConflictPart({ saver, state }: { saver: WorkSaver; state: WorkState }) {
  const t = useTranslations('learn.conflict');
  const theirs = saver.theirWork();
  return (
    <Banner tone="warn" title={t('title')} live>
      <p>{t('text')}</p>
      <div className="mt-3 grid gap-3 tablet:grid-cols-2">
        <Version label={t('mine')} work={state.work}>
          <Button onClick={() => saver.choose('mine')}>{t('useMine')}</Button>
        </Version>
        {theirs && (
          <Version label={t('theirs')} work={theirs}>
            <Button onClick={() => saver.choose('theirs')}>{t('useTheirs')}</Button>
          </Version>
        )}
      </div>
    </Banner>
  );
}

function Version({ label, work, children }: { label: string; work: Work; children: React.ReactNode }) {
  return (
    <section
      aria-label={label}
      className="grid content-start gap-2 rounded-card border border-line bg-raised p-3"
    >
      <h3 className="font-semibold">{label}</h3>
      <p dir="auto" className="max-h-40 overflow-y-auto whitespace-pre-wrap [overflow-wrap:anywhere]">
        {work.text || '–'}
      </p>
      <ul className="text-small text-ink-2">
        {work.files.map((file) => (
          <li key={file.file_id}>
            <bdi>{file.name}</bdi>
          </li>
        ))}
      </ul>
      <div>{children}</div>
    </section>
  );
}

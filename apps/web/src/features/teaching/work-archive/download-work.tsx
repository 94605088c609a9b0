'use client';
import { createWorkArchive, getWorkArchive } from '@k12/contracts/teaching/work-archives';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { TextField } from '@k12/ui/text-field';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useApi } from '@/lib/api/hooks.ts';

interface Wanted {
  assignment_id: string;
  /** All of the assignment without them. */
  student_ids?: string[];
}

interface Props {
  works: readonly Wanted[];
  onClose: () => void;
}

const usualPattern = '{student}/{file}';
const lookAgainMs = 1_500;

/** Packs what was handed in; the link appears when it is ready, one for each assignment (TCH-66). */
export function DownloadWork({ works, onClose }: Props) {
  const t = useTranslations('teaching-archive');
  const run = useAttempt();
  const [pattern, setPattern] = useState(usualPattern);
  const [ids, setIds] = useState<string[]>([]);
  const pack = () =>
    run(async () => {
      const made = [];
      for (const { assignment_id, student_ids } of works)
        made.push(
          await callApi(createWorkArchive, {
            params: { id: assignment_id },
            body: {
              ...(student_ids && { student_ids }),
              ...(pattern.trim() && { name_pattern: pattern.trim() }),
            },
          }),
        );
      setIds(made.map(({ id }) => id));
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('text')}
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          {ids.length === 0 && (
            <Button variant="primary" onClick={pack}>
              {t('pack')}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-3 pb-4">
        {ids.length === 0 ? (
          <TextField
            label={t('pattern')}
            hint={t('patternHint', {
              words: '{student} {family_name} {given_name} {attempt} {file}',
            })}
            dir="ltr"
            value={pattern}
            onChange={(event) => setPattern(event.target.value)}
          />
        ) : (
          <ul className="grid gap-2">
            {ids.map((id) => (
              <Archive key={id} id={id} />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}

function Archive({ id }: { id: string }) {
  const t = useTranslations('teaching-archive');
  const { data, mutate } = useApi(getWorkArchive, { params: { id } });
  const state = data?.state ?? 'waiting';
  const isUnderWay = state === 'waiting' || state === 'running';
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => document.hidden || void mutate(), lookAgainMs);
    return () => clearInterval(timer);
  }, [isUnderWay, mutate]);
  return (
    <li role="status" className="flex min-h-control flex-wrap items-center gap-2">
      {data?.state === 'ready' ? (
        <>
          <a
            href={`/api/v1/work_archives/${id}/file`}
            className="inline-flex min-h-control items-center gap-1.5 text-board underline"
          >
            <Download aria-hidden /> <bdi>{data.file_name}</bdi>
          </a>
          <span className="text-small text-ink-3">{t('files', { count: data.files_count ?? 0 })}</span>
        </>
      ) : (
        t(`states.${state}`)
      )}
    </li>
  );
}

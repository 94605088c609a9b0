'use client';
import type { LearnerAssignment } from '@k12/contracts/teaching/learning';
import { getDifferences, getSubmittedFile } from '@k12/contracts/teaching/submission-actions';
import type { WorkAttempt } from '@k12/contracts/teaching/submissions';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { DiffText } from '@k12/ui/diff-text';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { OpenMark } from '../open-mark.tsx';
import { useMoments } from '../use-moments.ts';
import { textOf } from './body-text.ts';
import { useFileSize } from './files-part.tsx';
import { OutsideLink } from './links-part.tsx';

/** Everything that was ever handed in, newest first, each with its receipt (TCH-57). */
export function AttemptsPart({ work }: { work: LearnerAssignment }) {
  const t = useTranslations('learn');
  if (work.attempts.length === 0) return null;
  const newest = [...work.attempts].reverse();
  return (
    <section aria-labelledby="attempts">
      <h2 id="attempts" className="mb-3 text-large font-semibold">
        {t('history')}
      </h2>
      <ol className="grid gap-3">
        {newest.map((attempt, at) => (
          <Attempt key={attempt.number} work={work} attempt={attempt} before={newest[at + 1]} />
        ))}
      </ol>
    </section>
  );
}

interface AttemptProps {
  work: LearnerAssignment;
  attempt: WorkAttempt;
  before: WorkAttempt | undefined;
}

function Attempt({ work, attempt, before }: AttemptProps) {
  const t = useTranslations('learn');
  const moments = useMoments(work.time_zone);
  const text = textOf(attempt.body);
  return (
    <li className="rounded-card border border-line bg-raised">
      <details className="group">
        <summary className="flex min-h-row items-center gap-3 p-4">
          <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold">{t('attempt', { number: attempt.number })}</span>
            <span className="text-ink-2">{moments.full(attempt.official_at)}</span>
            {attempt.withdrawn_at && <Badge>{t('withdrawn')}</Badge>}
            {attempt.is_on_behalf && <Badge tone="info">{t('onBehalf')}</Badge>}
          </span>
          <OpenMark />
        </summary>
        <div className="grid gap-3 border-t border-line p-4">
          <p className="text-small text-ink-2">
            {t('receiptCode')}: <bdi dir="ltr">{attempt.receipt_code}</bdi>
            {attempt.submitted_by && ` · ${t('by', { name: attempt.submitted_by.name })}`}
          </p>
          {text && (
            <p dir="auto" className="reading whitespace-pre-wrap [overflow-wrap:anywhere]">
              {text}
            </p>
          )}
          <Attached attempt={attempt} submissionId={work.submission_id} />
          {before && text && work.submission_id && (
            <Differences submissionId={work.submission_id} from={before.number} to={attempt.number} />
          )}
        </div>
      </details>
    </li>
  );
}

function Attached({ attempt, submissionId }: { attempt: WorkAttempt; submissionId: string | null }) {
  const size = useFileSize();
  return (
    <ul className="grid gap-1 empty:hidden">
      {attempt.files.map((file) => (
        <li key={file.file_id} className="[overflow-wrap:anywhere]">
          <a
            href={`/api/v1${getSubmittedFile.path.replace('{id}', submissionId ?? '').replace('{file_id}', file.file_id)}`}
            download={file.name}
            className="underline"
          >
            <bdi>{file.name}</bdi>
          </a>{' '}
          <span className="text-small text-ink-3">{size(file.size_bytes)}</span>
        </li>
      ))}
      {attempt.links.map(({ url }) => (
        <li key={url}>
          <OutsideLink url={url} />
        </li>
      ))}
    </ul>
  );
}

function Differences({ submissionId, from, to }: { submissionId: string; from: number; to: number }) {
  const t = useTranslations('learn');
  const [isOpen, setOpen] = useState(false);
  const reply = useApi(getDifferences, isOpen ? { params: { id: submissionId }, query: { from, to } } : null);
  if (!isOpen)
    return (
      <div>
        <Button size="small" onClick={() => setOpen(true)}>
          {t('compare', { number: from })}
        </Button>
      </div>
    );
  return (
    <RegionBody reply={reply}>
      {({ runs }) => (
        <DiffText
          label={t('compare', { number: from })}
          parts={runs.map(({ status, text }) => ({ kind: status, text }))}
        />
      )}
    </RegionBody>
  );
}

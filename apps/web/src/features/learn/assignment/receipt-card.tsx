'use client';
import { listTodos } from '@k12/contracts/teaching/learning';
import type { Receipt } from '@k12/contracts/teaching/submissions';
import { LinkButton } from '@k12/ui/link-button';
import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { useMoments } from '../use-moments.ts';
import { useFileSize } from './files-part.tsx';

interface Props {
  receipt: Receipt;
  courseId: string;
  /** Just handed in: it takes the focus and offers what comes next (PPL-15). */
  isNew?: boolean;
}

/** The proof in hand: code, time with its zone, and what was handed in (TCH-54). */
export function ReceiptCard({ receipt, isNew }: Props) {
  const t = useTranslations('learn');
  const moments = useMoments(receipt.time_zone);
  const size = useFileSize();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isNew]);
  return (
    <section aria-labelledby="receipt" className="rounded-card border border-line bg-raised p-4 tablet:p-5">
      <h2
        id="receipt"
        ref={heading}
        tabIndex={-1}
        className="flex items-center gap-2 text-heading font-semibold"
      >
        <CircleCheck aria-hidden className="text-ok" />
        {t('handedIn')}
      </h2>
      <dl className="mt-3 grid gap-3 tablet:grid-cols-2">
        <div>
          <dt className="text-small text-ink-3">{t('receiptCode')}</dt>
          <dd className="font-semibold tabular-nums" dir="ltr">
            {receipt.code}
          </dd>
        </div>
        <div>
          <dt className="text-small text-ink-3">{t('receiptTime')}</dt>
          <dd>
            {moments.full(receipt.official_at)}
            {receipt.on_time_because === 'upload_began' && (
              <span className="block text-small text-ink-2">{t('onTimeByUpload')}</span>
            )}
          </dd>
        </div>
      </dl>
      <ul className="mt-3 grid gap-1 text-small text-ink-2">
        {receipt.word_count > 0 && <li>{t('words', { count: receipt.word_count })}</li>}
        {receipt.files.map((file) => (
          <li key={file.file_id} className="[overflow-wrap:anywhere]">
            <bdi>{file.name}</bdi> · {size(file.size_bytes)}
          </li>
        ))}
      </ul>
      <Fingerprints files={receipt.files} />
      {isNew && <NextToDo without={receipt.assignment_id} />}
    </section>
  );
}

/** For the rare dispute about which file it was; nobody else needs to see it (TCH-51). */
function Fingerprints({ files }: Pick<Receipt, 'files'>) {
  const t = useTranslations('learn');
  if (files.length === 0) return null;
  return (
    <details className="mt-2 text-small text-ink-3">
      <summary className="w-fit py-1.5">{t('fingerprints')}</summary>
      <dl className="grid gap-2 pt-1 [overflow-wrap:anywhere]">
        {files.map((file) => (
          <div key={file.file_id}>
            <dt>
              <bdi>{file.name}</bdi>
            </dt>
            <dd className="text-mini tabular-nums">
              <bdi dir="ltr">{file.sha256}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function NextToDo({ without }: { without: string }) {
  const t = useTranslations('learn');
  const { me } = useSession();
  const todos = useApi(listTodos, { params: { id: me.user.id }, query: {} });
  const next = todos.data?.data.find(({ assignment_id }) => assignment_id !== without);
  if (!todos.data) return null;
  if (!next) return <p className="mt-4 text-ink-2">{t('allDone')}</p>;
  return (
    <p className="mt-4 flex flex-wrap items-center gap-3">
      <span className="text-ink-2">{t('nextUp')}</span>
      <LinkButton href={paths.learnAssignment(next.course_id, next.assignment_id)}>
        <bdi>{next.title}</bdi>
      </LinkButton>
    </p>
  );
}

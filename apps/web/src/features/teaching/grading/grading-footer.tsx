'use client';
import type { GradedWork, GradingFrame } from '@k12/contracts/teaching/grading';
import { Button } from '@k12/ui/button';
import { ArrowRight } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import type { Order } from './use-order.ts';
import type { SaveState } from './use-save-queue.ts';
import type { WorkSaves } from './use-work-saves.ts';

const RevisionDialog = dynamic(
  loaded(() => import('./give-back-dialogs.tsx').then((module) => module.RevisionDialog)),
  { loading: nothingYet },
);

interface Props {
  work: GradedWork;
  frame: GradingFrame;
  order: Order;
  saves: WorkSaves;
}

export function GradingFooter({ work, frame, order, saves }: Props) {
  const t = useTranslations('teaching-grading');
  const [asking, setAsking] = useState(false);
  return (
    <footer className="sticky bottom-14 z-10 flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-4 py-3 tablet:bottom-0 laptop:static">
      <Saved state={saves.state} />
      {frame.can.grade && work.attempts.length > 0 && (
        <Button onClick={() => setAsking(true)}>{t('askRevision')}</Button>
      )}
      <Button
        variant="primary"
        iconEnd={<ArrowRight aria-hidden className="rtl:-scale-x-100" />}
        disabled={!order.next}
        onClick={() => order.open(order.next)}
      >
        {t('nextShort')}
      </Button>
      {asking && (
        <RevisionDialog {...{ work, frame }} onDone={saves.reload} onClose={() => setAsking(false)} />
      )}
    </footer>
  );
}

function Saved({ state }: { state: SaveState }) {
  const t = useTranslations('teaching-grading');
  const format = useFormatter();
  const words =
    state.kind === 'saved'
      ? t('saved', { time: format.dateTime(state.at, { hour: 'numeric', minute: '2-digit' }) })
      : state.kind === 'idle'
        ? ''
        : t(state.kind);
  return (
    <p
      role="status"
      className={`me-auto text-small ${state.kind === 'failed' ? 'font-semibold text-bad' : 'text-ink-3'}`}
    >
      {words}
    </p>
  );
}

'use client';
import {
  type Backfill,
  listBackfills,
  pauseBackfill,
  startBackfill,
} from '@k12/contracts/operations/database';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { Dialog } from '@k12/ui/dialog';
import { List, ListRow } from '@k12/ui/list-row';
import { Progress } from '@k12/ui/progress';
import { type Status, StatusBadge } from '@k12/ui/status-badge';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { RegionBody } from '@/shell/region.tsx';

const tones: Record<Backfill['state'], Status> = {
  never_started: 'planned',
  running: 'now',
  paused: 'in_review',
  finished: 'done',
  failed: 'failed',
};

/** Changes of stored data that run beside the work, and can rest and go on (OPS-91). */
export function BackfillsSection() {
  const t = useTranslations('operations.backfills');
  const reply = useApi(listBackfills, {});
  return (
    <Section title={t('title')} note={t('note')}>
      <RegionBody reply={reply}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="text-ink-2">{t('empty')}</p>
          ) : (
            <List framed label={t('title')}>
              {data.map((backfill) => (
                <BackfillRow key={backfill.name} backfill={backfill} />
              ))}
            </List>
          )
        }
      </RegionBody>
    </Section>
  );
}

function useWords({ name, purpose }: Backfill) {
  const t = useTranslations('operations.backfills');
  return {
    name: t.has(`names.${name}`) ? t(`names.${name}`) : name,
    purpose: t.has(`purposes.${name}`) ? t(`purposes.${name}`) : purpose,
  };
}

function BackfillRow({ backfill }: { backfill: Backfill }) {
  const t = useTranslations('operations.backfills');
  const dates = useDates();
  const words = useWords(backfill);
  const { state, updated_at, error } = backfill;
  return (
    <ListRow
      title={words.name}
      description={
        <span className="grid gap-1.5 pt-0.5">
          <span>{words.purpose}</span>
          {error && <span className="text-bad [overflow-wrap:anywhere]">{error}</span>}
          {state !== 'never_started' && <Done backfill={backfill} />}
          {updated_at && <span>{t('asOf', { when: dates.instant(updated_at) })}</span>}
        </span>
      }
      end={
        <span className="flex flex-col items-end gap-2 tablet:flex-row tablet:items-center">
          <StatusBadge status={tones[state]}>{t(`states.${state}`)}</StatusBadge>
          <Steer backfill={backfill} name={words.name} />
        </span>
      }
    />
  );
}

function Done({ backfill: { rows_done, remaining } }: { backfill: Backfill }) {
  const t = useTranslations('operations.backfills');
  const format = useFormatter();
  return (
    <Progress
      label={t('progress')}
      value={rows_done}
      max={Math.max(1, rows_done + remaining)}
      valueText={t('rows', { done: format.number(rows_done), left: format.number(remaining) })}
    />
  );
}

function Steer({ backfill, name }: { backfill: Backfill; name: string }) {
  const t = useTranslations('operations.backfills');
  const attempt = useAttempt();
  const pause = useChange(pauseBackfill);
  const [asking, setAsking] = useState(false);
  const params = { name: backfill.name };
  const act = backfill.state === 'running' ? 'pause' : backfill.state === 'never_started' ? 'start' : 'goOn';
  const press = () =>
    act === 'pause'
      ? void attempt(() => pause({ params }), { done: t('paused', { name }) })
      : setAsking(true);
  return (
    <>
      <Button size="small" aria-label={t(`${act}Named`, { name })} onClick={press}>
        {t(backfill.state === 'finished' ? 'again' : act)}
      </Button>
      {asking && <StartDialog backfill={backfill} name={name} onClose={() => setAsking(false)} />}
    </>
  );
}

function StartDialog({ backfill, name, onClose }: { backfill: Backfill; name: string; onClose: () => void }) {
  const t = useTranslations('operations.backfills');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const start = useChange(startBackfill);
  const [sending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    const params = { name: backfill.name };
    if (await attempt(() => start({ params }), { done: t('started', { name }) })) onClose();
    setSending(false);
  };
  return (
    <Dialog
      open
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title={t('startTitle', { name })}
      description={`${t('startText', { count: backfill.remaining })} ${t('startHow')}`}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="primary" loading={sending} onClick={send}>
            {t('start')}
          </Button>
        </>
      }
    />
  );
}

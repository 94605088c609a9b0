'use client';
import {
  listMigrations,
  type MigrationRecord,
  migrateAlignments,
  type ReplacementOffer,
  undoMigration,
} from '@k12/contracts/planning/alignments';
import type { StandardFramework } from '@k12/contracts/planning/standard-frameworks';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { ErrorState } from '@k12/ui/error-state';
import { List, ListRow } from '@k12/ui/list-row';
import { SkeletonRows } from '@k12/ui/skeleton';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';

interface Props {
  framework: StandardFramework;
  onClose: () => void;
}

const refreshes = [
  'alignment_migrations.',
  'standard_alignments.',
  'standards.',
  'standard_frameworks.',
  'unit_plans.',
];

/** From replaced standards to those of the newer edition: first what would move, and afterwards the way back (PLN-81). */
export function AlignmentMove({ framework: { id, title }, onClose }: Props) {
  const t = useTranslations('planning-standards.move');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const { offers, isFailed, ask } = useOffers(id);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [sending, setSending] = useState(false);
  const move = useChange(migrateAlignments, refreshes);
  const undo = useChange(undoMigration, refreshes);
  const moved = (offers ?? []).filter(({ from }) => !kept.has(from.id));
  const count = moved.reduce((sum, { alignments_count }) => sum + alignments_count, 0);
  const press = async () => {
    setSending(true);
    let done = '';
    const standard_ids = moved.map(({ from }) => from.id);
    const isMoved = await attempt(
      async () => {
        const reply = await move({ body: { framework_id: id, standard_ids, dry_run: false } });
        done = reply.id ?? '';
      },
      { done: t('done', { count }), undo: async () => done && undo({ params: { id: done } }) },
    );
    setSending(false);
    if (isMoved) onClose();
  };
  return (
    <Dialog
      open
      size="large"
      title={t('title', { title })}
      description={t('text')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="primary" loading={sending} disabled={count === 0} onClick={() => void press()}>
            {t('move', { count })}
          </Button>
        </>
      }
    >
      <div className="grid gap-6 pb-2">
        {isFailed && <ErrorState title={t('failed')} action={<Button onClick={ask}>{tc('retry')}</Button>} />}
        {!offers && !isFailed && <SkeletonRows rows={3} />}
        {offers?.length === 0 && <p className="text-body text-ink-2">{t('nothing')}</p>}
        {offers && offers.length > 0 && <Offers offers={offers} kept={kept} onKept={setKept} />}
        <Earlier frameworkId={id} onUndone={ask} />
      </div>
    </Dialog>
  );
}

/** Asked as a change that changes nothing, so that it is no reading that others share. */
function useOffers(framework_id: string) {
  const [offers, setOffers] = useState<readonly ReplacementOffer[]>();
  const [isFailed, setFailed] = useState(false);
  const [times, setTimes] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again each time it is counted up
  useEffect(() => {
    const stop = new AbortController();
    setFailed(false);
    callApi(migrateAlignments, { body: { framework_id, dry_run: true } }, { signal: stop.signal }).then(
      (reply) => setOffers(reply.offers),
      () => stop.signal.aborted || setFailed(true),
    );
    return () => stop.abort();
  }, [framework_id, times]);
  return { offers, isFailed, ask: () => setTimes((before) => before + 1) };
}

interface OffersProps {
  offers: readonly ReplacementOffer[];
  kept: ReadonlySet<string>;
  onKept: (ids: ReadonlySet<string>) => void;
}

function Offers({ offers, kept, onKept }: OffersProps) {
  const t = useTranslations('planning-standards.move');
  const toggle = (id: string, isMoved: boolean) =>
    onKept(new Set(isMoved ? [...kept].filter((other) => other !== id) : [...kept, id]));
  return (
    <ul aria-label={t('offers')} className="grid max-h-96 divide-y divide-line overflow-auto">
      {offers.map(({ from, to, alignments_count }) => (
        <li key={from.id} className="py-2.5">
          <Checkbox
            checked={!kept.has(from.id)}
            onCheckedChange={(on) => toggle(from.id, on)}
            label={
              <span className="flex flex-wrap items-center gap-x-2">
                <bdi className="font-semibold text-board">{from.code || from.statement}</bdi>
                <ArrowRight aria-label={t('becomes')} size={16} className="text-ink-3 rtl:-scale-x-100" />
                <bdi className="font-semibold text-board">{to.code || to.statement}</bdi>
                <span className="text-small text-ink-3">{t('plans', { count: alignments_count })}</span>
              </span>
            }
            hint={<bdi>{to.statement}</bdi>}
          />
        </li>
      ))}
    </ul>
  );
}

/** What was moved and can still be put back. */
function Earlier({ frameworkId, onUndone }: { frameworkId: string; onUndone: () => void }) {
  const t = useTranslations('planning-standards.move');
  const dates = useDates();
  const attempt = useAttempt();
  const undo = useChange(undoMigration, refreshes);
  const earlier = useApi(listMigrations, { query: { framework_id: frameworkId } });
  const rows = earlier.data?.data ?? [];
  if (rows.length === 0) return null;
  const press = async ({ id }: MigrationRecord) => {
    if (await attempt(() => undo({ params: { id } }), { done: t('undone') })) onUndone();
  };
  return (
    <section aria-label={t('earlier')}>
      <h3 className="mb-1 text-body font-semibold">{t('earlier')}</h3>
      <List label={t('earlier')}>
        {rows.map((row) => (
          <ListRow
            key={row.id}
            title={t('plans', { count: row.moved_count })}
            description={
              row.undone_at
                ? t('undoneAt', { at: dates.instant(row.undone_at) })
                : t('movedAt', { at: dates.instant(row.created_at), until: dates.instant(row.undo_until_at) })
            }
            end={
              !row.undone_at && (
                <Button size="small" onClick={() => void press(row)}>
                  {t('undo')}
                </Button>
              )
            }
          />
        ))}
      </List>
    </section>
  );
}

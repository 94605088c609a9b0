'use client';
import type { PlanChange } from '@k12/contracts/planning/plan-diff';
import {
  diffUnitVersions,
  type RestoreReply,
  restoreUnitVersion,
  type Unlinked,
} from '@k12/contracts/planning/versions';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Dialog, DialogClose } from '@k12/ui/dialog';
import { IconButton } from '@k12/ui/icon-button';
import { ArrowLeftRight, ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { DiffView, RestoreFieldButton } from './diff-view.tsx';
import type { Sides } from './history-screen.tsx';

interface Props {
  id: string;
  sides: Sides;
  canEdit: boolean;
  onSwap: () => void;
}

/** One comparison; where the old side is a version, all of it or one field can be brought back (PLN-41). */
export function Comparison({ id, sides, canEdit, onSwap }: Props) {
  const t = useTranslations('planning-history');
  const request = useMemo(() => ({ params: { id }, query: sides }), [id, sides]);
  const diff = useApi(diffUnitVersions, request);
  const number = /^\d+$/.test(sides.from) ? Number(sides.from) : null;
  const { restore, unlinked, forget } = useRestore(id, number);
  const isOffered = canEdit && number !== null;
  const action = isOffered ? (change: PlanChange) => fieldAction(change, restore) : undefined;
  return (
    <section aria-label={t('comparison')}>
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="text-heading font-semibold">
          <SideName name={sides.from} />{' '}
          <ArrowRight aria-hidden className="inline size-4 align-baseline text-ink-3 rtl:-scale-x-100" />{' '}
          <SideName name={sides.to} />
        </h2>
        <IconButton label={t('swap')} icon={<ArrowLeftRight aria-hidden />} onClick={onSwap} />
        {isOffered && <RestoreAll number={number} onConfirm={() => restore()} />}
      </div>
      {unlinked.length > 0 && (
        <Banner tone="warn" title={t('unlinkedTitle')} onDismiss={forget} live>
          <ul className="list-disc ps-5">
            {unlinked.map((one) => (
              <li key={one.id}>{t(`unlinked.${one.kind}.${one.reason}`, { title: one.title })}</li>
            ))}
          </ul>
        </Banner>
      )}
      <div className="mt-2">
        <RegionBody reply={diff}>{(data) => <DiffView diff={data} action={action} />}</RegionBody>
      </div>
    </section>
  );
}

const restorable = ['/@title', '/@tags', '/@duration_minutes', '/@alignments'];

/** Sets come back as a whole; lessons and resources have pages of their own. */
function fieldAction(change: PlanChange, restore: (path: string) => Promise<unknown>) {
  const own = restorable.find((path) => change.path.startsWith(path));
  if (!own && change.path.startsWith('/@')) return null;
  const isMember = change.kind === 'choices';
  const path = own ?? (isMember ? change.path.slice(0, change.path.lastIndexOf('/')) : change.path);
  if (change.status === 'moved') return null;
  return <RestoreFieldButton onPress={() => void restore(path)} />;
}

function useRestore(id: string, number: number | null) {
  const t = useTranslations('planning-history');
  const attempt = useAttempt();
  const change = useChange(restoreUnitVersion, ['unit_plans.', 'lesson_plans.']);
  const [unlinked, setUnlinked] = useState<readonly Unlinked[]>([]);
  const restore = (path?: string) =>
    attempt(
      async () => {
        const request = { params: { id, number: number ?? 1 }, body: path ? { path } : {} };
        const reply = (await change(request)) as RestoreReply;
        setUnlinked(reply.unlinked);
      },
      { done: t(path ? 'restoredField' : 'restored', { number: number ?? 1 }) },
    );
  return { restore, unlinked, forget: () => setUnlinked([]) };
}

function RestoreAll({ number, onConfirm }: { number: number; onConfirm: () => Promise<unknown> }) {
  const t = useTranslations('planning-history');
  const tc = useTranslations('common');
  const [open, setOpen] = useState(false);
  const confirm = async () => {
    await onConfirm();
    setOpen(false);
  };
  return (
    <span className="ms-auto">
      <Dialog
        open={open}
        onOpenChange={setOpen}
        trigger={<Button>{t('restoreAll', { number })}</Button>}
        title={t('restoreTitle', { number })}
        description={t('restoreText')}
        size="small"
        footer={
          <>
            <DialogClose>
              <Button>{tc('cancel')}</Button>
            </DialogClose>
            <Button variant="primary" onClick={() => void confirm()}>
              {t('restoreAll', { number })}
            </Button>
          </>
        }
      />
    </span>
  );
}

function SideName({ name }: { name: string }) {
  const t = useTranslations('planning-history');
  if (name === 'draft' || name === 'source') return t(name);
  if (name === 'published') return t('live');
  return t('version', { number: name });
}

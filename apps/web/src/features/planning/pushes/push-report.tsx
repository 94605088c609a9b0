'use client';
import { getPush, type PushAdoption, type PushTarget, recallPush } from '@k12/contracts/planning/pushes';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { SimpleTable } from '@k12/ui/simple-table';
import { StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';

const looks = {
  waiting: 'planned',
  done: 'done',
  failed: 'failed',
  recalled: 'archived',
  kept: 'draft',
} as const;

/** The result of each target and what schools made of it; a press takes it back (PLN-147, PLN-148). */
export function PushReport({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('planning-pushes');
  const attempt = useAttempt();
  const report = useApi(getPush, { params: { id } });
  const recall = useChange(recallPush);
  const takeBack = () => attempt(() => recall({ params: { id } }), { done: t('recalled') });
  return (
    <Drawer
      open
      modal={false}
      title={report.data?.title ?? t('title')}
      onOpenChange={(open) => !open && onClose()}
      footer={report.data?.can.recall && <Button onClick={() => void takeBack()}>{t('recall')}</Button>}
    >
      <RegionBody reply={report}>
        {({ targets, adoption }) => (
          <div className="grid gap-8">
            <section>
              <h3 className="mb-2 font-semibold">{t('adoption')}</h3>
              <AdoptionTable rows={adoption} />
            </section>
            <section>
              <h3 className="mb-2 font-semibold">{t('targets')}</h3>
              <ul className="grid gap-2">
                {targets.map((target) => (
                  <TargetRow key={target.id} target={target} />
                ))}
              </ul>
            </section>
          </div>
        )}
      </RegionBody>
    </Drawer>
  );
}

function TargetRow({ target }: { target: PushTarget }) {
  const t = useTranslations('planning-pushes');
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 border-line border-b pb-2">
      <span>
        <span className="font-medium">{target.school_name}</span>{' '}
        <span className="text-ink-2 text-small">
          {t(`effects.${target.effect}`)}
          {target.plan_title && ` · ${target.plan_title}`}
        </span>
      </span>
      <StatusBadge status={looks[target.state]}>{t(`targetStates.${target.state}`)}</StatusBadge>
    </li>
  );
}

function AdoptionTable({ rows }: { rows: readonly PushAdoption[] }) {
  const t = useTranslations('planning-pushes');
  const yes = (value: boolean) => t(value ? 'yes' : 'no');
  const columns = [
    { key: 'school', header: t('school'), cell: (row: PushAdoption) => row.school_name },
    { key: 'delivered', header: t('delivered'), cell: (row: PushAdoption) => yes(row.delivered) },
    {
      key: 'opened',
      header: t('opened'),
      align: 'end' as const,
      cell: (row: PushAdoption) => row.opened_count,
    },
    { key: 'used', header: t('inUse'), align: 'end' as const, cell: (row: PushAdoption) => row.in_use_count },
    { key: 'changed', header: t('changed'), cell: (row: PushAdoption) => yes(row.changed) },
    {
      key: 'published',
      header: t('published'),
      align: 'end' as const,
      cell: (row: PushAdoption) => row.published_count,
    },
  ];
  return <SimpleTable label={t('adoption')} columns={columns} rows={rows} rowKey={(row) => row.school_id} />;
}

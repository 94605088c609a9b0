'use client';
import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { getUnitPlan } from '@k12/contracts/planning/plans';
import { type PlanPreview, previewUnit } from '@k12/contracts/planning/transitions';
import { LinkButton } from '@k12/ui/link-button';
import { PageHeader } from '@k12/ui/page-header';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { SkeletonRows } from '@k12/ui/skeleton';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { loaded } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { useCrumbAbove } from '@/shell/crumbs.ts';
import { RegionBody } from '@/shell/region.tsx';
import { PicturesOfPlan } from '../editor/rich-text/picture-address.ts';
import { PlanStateBadges } from '../plan-state.tsx';
import { PlanReading } from './plan-reading.tsx';
import { PreviewActions } from './preview-actions.tsx';
import { PreviewWarnings } from './preview-warnings.tsx';

const DiffView = dynamic(
  loaded(() => import('../history/diff-view.tsx').then((module) => module.DiffView)),
  {
    loading: () => <SkeletonRows rows={6} />,
  },
);

/** The unit as readers would get it, what is missing, what would change, and the step to take (PLN-48). */
export function PreviewScreen({ id }: { id: string }) {
  const t = useTranslations('planning-preview');
  const unit = useApi(getUnitPlan, { params: { id } });
  useCrumbAbove(unit.data?.title, paths.planUnit(id));
  const preview = useApi(previewUnit, { params: { id } });
  return (
    <div className="mx-auto max-w-document">
      <PageHeader
        look="document"
        status={unit.data && <PlanStateBadges plan={unit.data} />}
        title={<bdi>{preview.data?.draft.title ?? unit.data?.title ?? t('title')}</bdi>}
        description={preview.data && <Description preview={preview.data} />}
        actions={
          <>
            <LinkButton href={paths.planUnit(id)}>{t('back')}</LinkButton>
            {preview.data && <PreviewActions id={id} unit={unit.data} preview={preview.data} />}
          </>
        }
      />
      <RegionBody reply={preview}>{(data) => <Body id={id} preview={data} />}</RegionBody>
    </div>
  );
}

function Description({ preview }: { preview: PlanPreview }) {
  const t = useTranslations('planning-preview');
  const { has_unsaved_changes, next_version_number: number, published } = preview;
  if (published && !has_unsaved_changes && published.version_number === number)
    return t('isLive', { number });
  return t(has_unsaved_changes ? 'becomes' : 'isVersion', { number });
}

function Body({ id, preview }: { id: string; preview: PlanPreview }) {
  const t = useTranslations('planning-preview');
  const { read, write } = useAddress();
  const schema = useApi(getPlannerSchema, { query: { object: 'unit', plan_id: id } });
  const shows = read('show') === 'changes' ? 'changes' : 'plan';
  return (
    <div className="mt-5">
      <PreviewWarnings id={id} warnings={preview.warnings} />
      <SegmentedControl
        label={t('show')}
        value={shows}
        onValueChange={(value) => write({ show: value === 'plan' ? null : value })}
        className="mt-5"
        options={[
          { value: 'plan', label: t('asRead') },
          { value: 'changes', label: t('changes', { count: preview.changes.length }) },
        ]}
      />
      <div className="mt-6">
        {shows === 'changes' ? (
          <DiffView diff={{ changes: preview.changes, lessons: [], coarse: false }} />
        ) : (
          <>
            <PicturesOfPlan value={id}>
              <PlanReading schema={schema.data?.schema ?? null} plan={preview.draft} />
            </PicturesOfPlan>
            <Schedule schedule={preview.schedule} />
          </>
        )}
      </div>
    </div>
  );
}

function Schedule({ schedule }: { schedule: PlanPreview['schedule'] }) {
  const t = useTranslations('planning-preview');
  const dates = useDates();
  if (schedule.length === 0) return null;
  return (
    <section className="mt-7">
      <h2 className="mb-2 text-small font-semibold text-ink-2">{t('schedule')}</h2>
      <ul className="grid gap-1">
        {schedule.map((placement) => (
          <li key={placement.id} className="flex flex-wrap gap-x-3">
            <bdi className="font-medium">{placement.course_name}</bdi>
            <span className="text-ink-2">
              {dates.shortDay(placement.starts_on)} – {dates.shortDay(placement.ends_on)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

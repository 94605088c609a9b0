'use client';
import type { CurriculumMap } from '@k12/contracts/planning/curriculum-map';
import {
  deletePlacement,
  getPlacementTime,
  movePlacement,
  type Placement,
  updatePlacement,
} from '@k12/contracts/planning/placements';
import { Button } from '@k12/ui/button';
import { DateField } from '@k12/ui/date-field';
import { Drawer } from '@k12/ui/drawer';
import { LinkButton } from '@k12/ui/link-button';
import { Switch } from '@k12/ui/switch';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';
import { paths } from '@/lib/paths.ts';

const refreshes = ['curriculum_map.', 'unit_placements.', 'lesson_sessions.', 'calendar.'];

interface Props {
  placement: Placement;
  map: CurriculumMap;
  onClose: () => void;
}

/** One placed unit: exact dates, time left, the version it shows, and taking it off the map. */
export function PlacementDrawer({ placement, map, onClose }: Props) {
  const t = useTranslations('planning-map');
  const course = map.rows.find((row) => row.course_id === placement.course_id);
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={placement.title}
      description={course?.name}
      footer={<LinkButton href={paths.planUnit(placement.unit_plan_id)}>{t('openUnit')}</LinkButton>}
    >
      <div className="grid gap-6">
        <Dates placement={placement} map={map} />
        <TimeLeft placement={placement} />
        <Drift placement={placement} map={map} />
        <Version placement={placement} />
        {placement.can.update && <Remove placement={placement} onClose={onClose} />}
      </div>
    </Drawer>
  );
}

function Dates({ placement, map }: { placement: Placement; map: CurriculumMap }) {
  const t = useTranslations('planning-map');
  const attempt = useAttempt();
  const move = useChange(movePlacement, refreshes);
  const [starts_on, setStart] = useState(placement.starts_on);
  const [ends_on, setEnd] = useState(placement.ends_on);
  const changed = starts_on !== placement.starts_on || ends_on !== placement.ends_on;
  const save = () =>
    attempt(
      () =>
        move({
          params: { id: placement.id },
          body: { starts_on, ends_on, lock_version: placement.lock_version },
        }),
      {
        done: t('saved'),
      },
    );
  const range = { min: map.starts_on, max: map.ends_on, disabled: !placement.can.update };
  return (
    <div className="grid grid-cols-2 gap-3">
      <DateField label={t('start')} value={starts_on} onValueChange={setStart} {...range} />
      <DateField label={t('end')} value={ends_on} onValueChange={setEnd} {...range} />
      {changed && (
        <Button variant="primary" className="col-span-2 w-fit" onClick={save}>
          {t('saveDates')}
        </Button>
      )}
    </div>
  );
}

/** Minutes planned against those left, and what does not fit (PLN-188). */
function TimeLeft({ placement }: { placement: Placement }) {
  const t = useTranslations('planning-map');
  const joined = useJoined();
  const { data } = useApi(getPlacementTime, { params: { id: placement.id } });
  if (!data) return null;
  return (
    <section>
      <h3 className="mb-1 text-body font-semibold">{t('time')}</h3>
      <p className="text-body text-ink-2 tabular-nums">
        {t('timeText', {
          planned: data.planned_minutes,
          taught: data.taught_minutes,
          left: data.left_minutes,
        })}
      </p>
      {data.unfit_lessons.length > 0 && (
        <p className="mt-1 text-small text-warn">
          {t('unfit', { lessons: joined(data.unfit_lessons.map(({ title }) => title)) })}
        </p>
      )}
    </section>
  );
}

function Drift({ placement, map }: { placement: Placement; map: CurriculumMap }) {
  const t = useTranslations('planning-map');
  const dates = useDates();
  const drift = map.baseline.find(({ placement_id }) => placement_id === placement.id);
  if (!drift) return null;
  return (
    <section>
      <h3 className="mb-1 text-body font-semibold">{t('record')}</h3>
      <p className="text-body text-ink-2">
        {t('recordText', {
          from: dates.shortDay(drift.starts_on),
          to: dates.shortDay(drift.ends_on),
          days: drift.starts_drift,
        })}
      </p>
    </section>
  );
}

/** Follows what is published, or stays with its version until the update is taken (PLN-118). */
function Version({ placement }: { placement: Placement }) {
  const t = useTranslations('planning-map');
  const attempt = useAttempt();
  const update = useChange(updatePlacement, refreshes);
  const { id, lock_version, shown_version_number: shown } = placement;
  const change = (body: { follow_latest?: boolean; take_update?: boolean }) =>
    attempt(() => update({ params: { id }, body: { ...body, lock_version } }), { done: t('saved') });
  return (
    <section className="grid gap-2">
      <h3 className="text-body font-semibold">{t('version')}</h3>
      <p className="text-body text-ink-2">
        {shown === null ? t('nothingPublished') : t('shows', { number: shown })}
      </p>
      <Switch
        label={t('follow')}
        checked={placement.follow_latest}
        disabled={!placement.can.update}
        onCheckedChange={(follow_latest) => change({ follow_latest })}
      />
      {placement.has_update && placement.can.update && (
        <Button size="small" onClick={() => change({ take_update: true })}>
          {t('takeUpdate', { number: placement.published_version_number ?? 0 })}
        </Button>
      )}
    </section>
  );
}

function Remove({ placement, onClose }: { placement: Placement; onClose: () => void }) {
  const t = useTranslations('planning-map');
  const attempt = useAttempt();
  const remove = useChange(deletePlacement, refreshes);
  const { id, lock_version } = placement;
  const removeIt = async () => {
    if (await attempt(() => remove({ params: { id }, query: { lock_version } }), { done: t('removed') }))
      onClose();
  };
  return (
    <Button variant="quiet" className="w-fit text-bad" onClick={removeIt}>
      {t('remove')}
    </Button>
  );
}

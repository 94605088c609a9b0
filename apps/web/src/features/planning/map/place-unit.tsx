'use client';
import type { CurriculumMap } from '@k12/contracts/planning/curriculum-map';
import {
  createPlacement,
  type PlacementProposal,
  proposePlacement,
} from '@k12/contracts/planning/placements';
import { getUnitPlan, listUnitPlans } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import { Combobox } from '@k12/ui/combobox';
import { DateField } from '@k12/ui/date-field';
import { Dialog } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';

interface Props {
  map: CurriculumMap;
  /** The unit to begin with, when it is known. */
  unitId: string | null;
  onClose: () => void;
}

/** A unit, a course and a first day: the end and the sessions follow from lessons and meetings (PLN-111). */
export function PlaceUnit({ map, unitId, onClose }: Props) {
  const t = useTranslations('planning-map');
  const tc = useTranslations('common');
  const attempt = useAttempt();
  const [unit, setUnit] = useState(unitId);
  const [chosen, setCourse] = useState('');
  const [start, setStart] = useState(map.today_on);
  const units = useUnits(unitId);
  const school = units.find(({ id }) => id === unit)?.school_id;
  // A unit of a school goes into the courses of that school alone.
  const courses = map.rows.filter((row) => row.can.plan && (!school || row.school_id === school));
  const course = (courses.find(({ course_id }) => course_id === chosen) ?? courses[0])?.course_id ?? '';
  const place = useChange(createPlacement, [
    'curriculum_map.',
    'unit_placements.',
    'lesson_sessions.',
    'calendar.',
  ]);
  const proposal = useProposal(unit, course, start);
  const placeIt = async () => {
    if (!unit) return;
    const body = { unit_plan_id: unit, course_id: course, starts_on: start };
    if (await attempt(() => place({ body }), { done: t('placed') })) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('placeTitle')}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="primary" disabled={!unit || !course || !start} onClick={placeIt}>
            {t('place')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Combobox
          label={t('chooseUnit')}
          options={units.map(({ id, title }) => ({ value: id, label: title }))}
          value={unit}
          onValueChange={setUnit}
        />
        <SelectField
          label={t('course')}
          value={course}
          onValueChange={setCourse}
          options={courses.map((row) => ({
            value: row.course_id,
            label: `${row.name} · ${row.school_name}`,
          }))}
        />
        <DateField
          label={t('start')}
          value={start}
          min={map.starts_on}
          max={map.ends_on}
          onValueChange={setStart}
        />
        <div role="status" className="min-h-10 text-small text-ink-2">
          {proposal && <Proposed proposal={proposal} />}
        </div>
      </div>
    </Dialog>
  );
}

/** The units one may read, the given one among them even in a long library. */
function useUnits(unitId: string | null) {
  const units = useApi(listUnitPlans, { query: { limit: 200 } });
  const given = useApi(getUnitPlan, unitId ? { params: { id: unitId } } : null);
  const listed = units.data?.data ?? [];
  return given.data ? [given.data, ...listed.filter(({ id }) => id !== unitId)] : listed;
}

function Proposed({ proposal }: { proposal: PlacementProposal }) {
  const t = useTranslations('planning-map');
  const dates = useDates();
  const lessons = Math.max(0, ...proposal.sections.map(({ sessions_count }) => sessions_count));
  return (
    <>
      <p>{t('proposed', { day: dates.day(proposal.ends_on), count: lessons })}</p>
      {proposal.conflicts.map(({ code, other_title }) => (
        <p key={`${code}${other_title}`} className="text-warn">
          {t(`codes.${code}`, { other: other_title ?? '' })}
        </p>
      ))}
    </>
  );
}

/** Asked anew for every choice; an older answer never shows. */
function useProposal(unit: string | null, course: string, start: string): PlacementProposal | null {
  const [proposal, setProposal] = useState<PlacementProposal | null>(null);
  useEffect(() => {
    setProposal(null);
    if (!unit || !course || !start) return;
    let isCurrent = true;
    const body = { unit_plan_id: unit, course_id: course, starts_on: start };
    callApi(proposePlacement, { body }).then(
      (reply) => isCurrent && setProposal(reply),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [unit, course, start]);
  return proposal;
}

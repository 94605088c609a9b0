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
import { useEffect, useRef, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { useFieldWords } from '@/lib/forms/field-words.ts';
import { formFailure } from '@/lib/forms/problem-errors.ts';
import { useJoined } from '@/lib/joined.ts';
import { isWorry } from './worries.ts';

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
  const [day, setDay] = useState<string | null>(null);
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
  const { proposal, faults, refuse } = useProposal(map, unit, course, day);
  const start = day ?? proposal?.starts_on ?? '';
  const placeIt = async () => {
    if (!unit) return;
    const body = { unit_plan_id: unit, course_id: course, starts_on: start };
    const isPlaced = await attempt(() => place({ body }).catch(refuse), { done: t('placed') });
    if (isPlaced) onClose();
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
          error={faults.unit_plan_id}
        />
        <SelectField
          label={t('course')}
          value={course}
          onValueChange={setCourse}
          error={faults.course_id}
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
          error={faults.starts_on ?? faults.ends_on}
          onValueChange={setDay}
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
  const joined = useJoined();
  const { starts_on, school_on, ends_on, unplaced_lessons, conflicts } = proposal;
  const lessons = Math.max(0, ...proposal.sections.map(({ sessions_count }) => sessions_count));
  const left = unplaced_lessons.map(({ title }) => title);
  return (
    <>
      {school_on && school_on !== starts_on && (
        <p className="text-warn">
          {t('noSchool', { day: dates.weekday(starts_on), next: dates.weekday(school_on) })}
        </p>
      )}
      <p>{t('proposed', { day: dates.day(ends_on), count: lessons })}</p>
      {left.length > 0 && <p className="text-warn">{t('unfit', { lessons: joined(left) })}</p>}
      {conflicts.map((conflict) => (
        <p
          key={`${conflict.code}${conflict.other_title}`}
          className={isWorry(conflict) ? 'text-warn' : undefined}
        >
          {t(`codes.${conflict.code}`, { other: conflict.other_title ?? '' })}
        </p>
      ))}
    </>
  );
}

const fields = ['unit_plan_id', 'course_id', 'starts_on', 'ends_on'] as const;
type Faults = Partial<Record<(typeof fields)[number], string>>;

/** Asked anew for every choice; an older answer never shows. What the server refuses stands at its field (UXP-29). */
function useProposal(map: CurriculumMap, unit: string | null, course: string, day: string | null) {
  const t = useTranslations('planning-map');
  const words = useFieldWords();
  const dates = useDates();
  const [proposal, setProposal] = useState<PlacementProposal | null>(null);
  const [faults, setFaults] = useState<Faults>({});
  const faultsOf = (error: unknown): Faults =>
    formFailure(error, fields, '', (fault, name) => {
      const range = { from: dates.day(map.starts_on), to: dates.day(map.ends_on) };
      if (fault.code === 'outside_year')
        return t(name === 'ends_on' ? 'refused.past_year' : 'refused.outside_year', range);
      return fault.code === 'school_mismatch' ? t('refused.school_mismatch') : words(fault, false);
    }).fields;
  const latest = useRef(faultsOf);
  latest.current = faultsOf;
  useEffect(() => {
    setProposal(null);
    setFaults({});
    if (!unit || !course || day === '') return;
    let isCurrent = true;
    const body = { unit_plan_id: unit, course_id: course, ...(day ? { starts_on: day } : {}) };
    callApi(proposePlacement, { body }).then(
      (reply) => isCurrent && setProposal(reply),
      (error: unknown) => isCurrent && setFaults(latest.current(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [unit, course, day]);
  const refuse = (error: unknown): never => {
    setFaults(faultsOf(error));
    throw error;
  };
  return { proposal, faults, refuse };
}

'use client';
import { type CurriculumMap, createPacingGuide, type MapRow } from '@k12/contracts/planning/curriculum-map';
import { gradeLevels } from '@k12/contracts/planning/plan-records';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { FormDrawer } from '@/lib/forms/form-drawer.tsx';
import { textOf, useSubmit } from '@/lib/forms/submit.ts';
import { useGradeWords } from '../../grade-words.ts';

interface Props {
  map: CurriculumMap;
  onClose: () => void;
}

/** The year of a course as it stands on the map, recommended to all courses of its grade. */
export function NewGuide({ map, onClose }: Props) {
  const t = useTranslations('planning-map.pacing');
  const rows = map.rows.filter(({ course_id }) => unitsOf(map, course_id).length > 0);
  const [first] = rows;
  const [courseId, setCourse] = useState(first?.course_id ?? '');
  const row = rows.find(({ course_id }) => course_id === courseId) ?? first;
  const create = useChange(createPacingGuide, ['pacing_guides.']);
  const form = useSubmit(['name', 'grade_level', 'subject'], async (values) => {
    const grade_level = gradeLevels.find((grade) => grade === textOf(values, 'grade_level'));
    if (!row || !grade_level) return;
    await create({
      body: {
        school_id: row.school_id,
        academic_year_id: map.academic_year_id,
        name: textOf(values, 'name'),
        subject: row.subject,
        grade_level,
        state: 'published',
        units: unitsOf(map, row.course_id).map(({ unit_plan_id, starts_on, ends_on }) => ({
          unit_plan_id,
          starts_on,
          ends_on,
        })),
      },
    });
    onClose();
  });
  return (
    <FormDrawer
      title={t('make')}
      description={t('makeText')}
      action={t('recommend')}
      form={form}
      onClose={onClose}
    >
      <SelectField
        label={t('from')}
        value={courseId}
        onValueChange={setCourse}
        options={rows.map(({ course_id, name, school_name }) => ({
          value: course_id,
          label: `${name} · ${school_name}`,
        }))}
      />
      {row && <Named key={row.course_id} row={row} map={map} errors={form.failure?.fields ?? {}} />}
    </FormDrawer>
  );
}

interface NamedProps {
  row: MapRow;
  map: CurriculumMap;
  errors: Record<string, string>;
}

function Named({ row, map, errors }: NamedProps) {
  const t = useTranslations('planning-map.pacing');
  const dates = useDates();
  const gradeWords = useGradeWords();
  const grades = row.grade_levels.length > 0 ? row.grade_levels : gradeLevels;
  return (
    <>
      <TextField
        id="name"
        name="name"
        label={t('name')}
        defaultValue={`${row.name} ${map.year_name}`}
        error={errors.name}
        required
        dir="auto"
        maxLength={120}
        autoComplete="off"
      />
      <SelectField
        id="grade_level"
        name="grade_level"
        label={t('grade')}
        error={errors.grade_level}
        options={grades.map((grade) => ({ value: grade, label: gradeWords([grade]) }))}
      />
      <section>
        <h3 className="mb-2 text-small font-semibold">{t('unitsHead')}</h3>
        <ol className="grid gap-1 text-small">
          {unitsOf(map, row.course_id).map((unit) => (
            <li key={unit.id} className="flex flex-wrap justify-between gap-x-4">
              <bdi className="min-w-0 [overflow-wrap:anywhere]">{unit.title}</bdi>
              <span className="text-ink-2 tabular-nums">{dates.range(unit.starts_on, unit.ends_on)}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** Each unit once, where it is first taught. */
function unitsOf(map: CurriculumMap, courseId: string) {
  const own = map.placements
    .filter(({ course_id, state }) => course_id === courseId && state !== 'skipped')
    .toSorted((a, b) => a.starts_on.localeCompare(b.starts_on));
  return own.filter(
    ({ unit_plan_id }, at) => own.findIndex((other) => other.unit_plan_id === unit_plan_id) === at,
  );
}

'use client';
import { adoptPacing, type CurriculumMap, type PacingGuide } from '@k12/contracts/planning/curriculum-map';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { SimpleTable } from '@k12/ui/simple-table';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { useGradeWords } from '../../grade-words.ts';

interface Props {
  guide: PacingGuide;
  map: CurriculumMap;
}

export function Guide({ guide, map }: Props) {
  const t = useTranslations('planning-map.pacing');
  const dates = useDates();
  const gradeWords = useGradeWords();
  const { units, adopted } = guide;
  return (
    <li className="grid gap-3 rounded-card border border-line bg-raised p-4">
      <div>
        <h3 className="text-large font-semibold">
          <bdi>{guide.name}</bdi>
        </h3>
        <p className="text-small text-ink-2">
          {[gradeWords([guide.grade_level]), guide.subject, t('units', { count: units.length })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <details>
        <summary className="cursor-pointer text-small font-medium">{t('dates')}</summary>
        <ol className="mt-2 grid gap-1 text-small">
          {units.map((unit) => (
            <li key={unit.unit_plan_id} className="flex flex-wrap justify-between gap-x-4">
              <bdi className="min-w-0 [overflow-wrap:anywhere]">{unit.title}</bdi>
              <span className="text-ink-2 tabular-nums">{dates.range(unit.starts_on, unit.ends_on)}</span>
            </li>
          ))}
        </ol>
      </details>
      {adopted.length > 0 && (
        <SimpleTable
          label={t('adoptedBy', { name: guide.name })}
          columns={[
            { key: 'course', header: t('course'), cell: ({ course_name }) => <bdi>{course_name}</bdi> },
            { key: 'units', header: t('unitsHead'), cell: (row) => row.units_count, align: 'end' },
            {
              key: 'drift',
              header: t('drift'),
              cell: ({ drift }) => t('driftDays', { days: drift }),
              align: 'end',
            },
          ]}
          rows={adopted}
          rowKey={({ course_id }) => course_id}
        />
      )}
      {guide.can.adopt && <Adopt guide={guide} map={map} />}
    </li>
  );
}

/** For own courses of the same school, subject and grade; units that stand there already stay where they are. */
function Adopt({ guide, map }: Props) {
  const t = useTranslations('planning-map.pacing');
  const attempt = useAttempt();
  const adopt = useChange(adoptPacing, [
    'curriculum_map.',
    'pacing_guides.',
    'unit_placements.',
    'calendar.',
  ]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const lacks = (course: string) => {
    const own = map.placements.filter(({ course_id }) => course_id === course);
    return guide.units.some((unit) => own.every(({ unit_plan_id }) => unit_plan_id !== unit.unit_plan_id));
  };
  const courses = map.rows.filter(
    (row) =>
      row.can.plan &&
      row.school_id === guide.school_id &&
      lacks(row.course_id) &&
      (guide.subject === '' || row.subject === guide.subject) &&
      (row.grade_levels.length === 0 || row.grade_levels.includes(guide.grade_level)),
  );
  const course_ids = courses.flatMap(({ course_id }) => (chosen.has(course_id) ? [course_id] : []));
  if (courses.length === 0) return null;
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const send = () =>
    attempt(() => adopt({ body: { pacing_guide_id: guide.id, course_ids } }), {
      done: t('adopted', { name: guide.name, count: course_ids.length }),
    });
  return (
    <fieldset className="grid gap-2 border-t border-line pt-3">
      <legend className="contents text-small font-semibold">{t('adoptFor')}</legend>
      {courses.map(({ course_id, name }) => (
        <Checkbox
          key={course_id}
          label={<bdi>{name}</bdi>}
          checked={chosen.has(course_id)}
          onCheckedChange={(checked) => toggle(course_id, checked)}
        />
      ))}
      <Button className="w-fit" disabled={course_ids.length === 0} onClick={() => void send()}>
        {t('adopt')}
      </Button>
    </fieldset>
  );
}

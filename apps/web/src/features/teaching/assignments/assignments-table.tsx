'use client';
import { putDatesGrid } from '@k12/contracts/teaching/assignment-dates';
import { type Assignment, updateAssignment } from '@k12/contracts/teaching/assignments';
import type { GradeCategory } from '@k12/contracts/teaching/grade-categories';
import { Checkbox } from '@k12/ui/checkbox';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { MomentField } from '../dates/moment-field.tsx';
import { AssignmentState } from './assignment-state.tsx';
import { BatchBar } from './batch-bar.tsx';
import { InlineText } from './inline-text.tsx';
import { readPoints, showPoints } from './points.ts';

interface Props {
  courseId: string;
  rows: readonly Assignment[];
  categories: readonly GradeCategory[];
}

const head = 'border-b border-line px-2 py-2 text-mini font-semibold text-ink-2';

/** One line for each assignment, written in place; what is ticked is changed together. */
export function AssignmentsTable({ courseId, rows, categories }: Props) {
  const t = useTranslations('teaching-assignments');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ id }) => ticked.has(id));
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(ticked);
    if (isOn) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  const mayUpdate = rows.some(({ can }) => can.update || can.restore);
  return (
    <>
      <BatchBar
        courseId={courseId}
        chosen={chosen}
        categories={categories}
        onClear={() => setTicked(new Set())}
      />
      <table className="w-full border-collapse text-body">
        <thead className="bg-canvas max-tablet:hidden">
          <tr>
            {mayUpdate && (
              <th scope="col" className={clsx(head, 'w-10 text-start')}>
                <Checkbox
                  hideLabel
                  label={t('tickAll')}
                  checked={chosen.length === rows.length}
                  indeterminate={chosen.length > 0 && chosen.length < rows.length}
                  onCheckedChange={(isOn) => setTicked(new Set(isOn ? rows.map(({ id }) => id) : []))}
                />
              </th>
            )}
            <th scope="col" className={clsx(head, 'text-start')}>
              {t('name')}
            </th>
            <th scope="col" className={clsx(head, 'w-44 ps-4.25 text-start max-laptop:hidden')}>
              {t('category')}
            </th>
            <th scope="col" className={clsx(head, 'w-52 ps-3.75 text-start')}>
              {t('due')}
            </th>
            <th scope="col" className={clsx(head, 'w-24 pe-3.75 text-end')}>
              {t('points')}
            </th>
            <th scope="col" className={clsx(head, 'w-36 text-end max-laptop:hidden')}>
              {t('handedIn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.id}
              courseId={courseId}
              row={row}
              categories={categories}
              ticked={ticked.has(row.id)}
              onTick={mayUpdate ? (isOn) => toggle(row.id, isOn) : null}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface RowProps {
  courseId: string;
  row: Assignment;
  categories: readonly GradeCategory[];
  ticked: boolean;
  onTick: ((isOn: boolean) => void) | null;
}

const cell = 'px-2 py-1.5 align-middle';
/** On phones one below the other. */
const stacked = `${cell} max-tablet:block max-tablet:px-0 max-tablet:py-0.5`;

function Row({ courseId, row, categories, ticked, onTick }: RowProps) {
  const t = useTranslations('teaching-assignments');
  const attempt = useAttempt();
  const update = useChange(updateAssignment);
  const putDates = useChange(putDatesGrid, ['assignments.', 'courses.dates_grid']);
  const { id, lock_version, title } = row;
  const disabled = !row.can.update;
  const save = (change: object) =>
    void attempt(() => update({ params: { id }, body: { ...change, lock_version } }));
  const saveDue = (due_at: string | null) =>
    void attempt(() =>
      putDates({
        params: { id: courseId },
        body: { changes: [{ assignment_id: id, section_id: null, lock_version, due_at, due_rule: null }] },
      }),
    );
  const rule = row.everyone?.due_rule;
  const isOut = row.state !== 'draft' && row.state !== 'scheduled';
  return (
    <tr className="border-b border-line max-tablet:block max-tablet:py-3 hover:bg-canvas">
      {onTick && (
        <td className={clsx(stacked, 'max-tablet:float-end')}>
          <Checkbox hideLabel label={t('tick', { title })} checked={ticked} onCheckedChange={onTick} />
        </td>
      )}
      <td className={stacked}>
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <AppLink
            href={paths.courseAssignment(courseId, id)}
            className="font-medium text-ink [overflow-wrap:anywhere] hover:underline"
          >
            <bdi>{title}</bdi>
          </AppLink>
          {row.state !== 'published' && <AssignmentState state={row.state} />}
          {row.own_dates_count > 0 && (
            <span className="text-mini text-ink-3">{t('ownDates', { count: row.own_dates_count })}</span>
          )}
        </div>
      </td>
      <td className={clsx(cell, 'max-laptop:hidden')}>
        <CategoryChoice row={row} categories={categories} onChoose={(category_id) => save({ category_id })} />
      </td>
      <td className={clsx(stacked, 'max-tablet:-ms-1.75')}>
        {rule ? (
          <AppLink
            href={paths.courseDates(courseId)}
            className="px-1.5 text-small text-ink-2 hover:underline"
          >
            {t(`rules.${rule.kind}`)}
          </AppLink>
        ) : (
          <MomentField
            quiet
            kind="due"
            label={t('dueOf', { title })}
            timeZone={row.time_zone}
            value={row.everyone?.due_at ?? null}
            disabled={disabled}
            onChange={saveDue}
          />
        )}
      </td>
      <td className="hidden text-ink-2 text-small tabular-nums max-tablet:block">
        {isOut && `${t('handedIn')} ${t('doneOf', { done: row.submitted_count, all: row.assigned_count })}`}
      </td>
      <td className={clsx(cell, 'max-tablet:hidden')}>
        <InlineText
          numeric
          className="text-small"
          label={t('pointsOf', { title })}
          value={showPoints(row.points_possible)}
          disabled={disabled}
          isValid={(typed) => readPoints(typed) !== null}
          onSave={(typed) => save({ points_possible: readPoints(typed) })}
        />
      </td>
      <td className={clsx(cell, 'text-end text-small text-ink-2 tabular-nums max-laptop:hidden')}>
        {isOut ? t('doneOf', { done: row.submitted_count, all: row.assigned_count }) : '–'}
        {row.to_grade_count > 0 && (
          <span className="ms-2 font-semibold text-board">{t('toGrade', { count: row.to_grade_count })}</span>
        )}
      </td>
    </tr>
  );
}

interface CategoryChoiceProps extends Pick<RowProps, 'row' | 'categories'> {
  onChoose: (categoryId: string | null) => void;
}

function CategoryChoice({ row, categories, onChoose }: CategoryChoiceProps) {
  const t = useTranslations('teaching-assignments');
  return (
    <select
      aria-label={t('categoryOf', { title: row.title })}
      disabled={!row.can.update}
      value={row.category_id ?? ''}
      onChange={(event) => onChoose(event.target.value || null)}
      className="min-h-control-small w-full truncate rounded-control border border-transparent bg-transparent px-1 text-small hover:border-line-control"
    >
      <option value="">{t('noCategory')}</option>
      {row.category_id && !categories.some(({ id: known }) => known === row.category_id) && (
        <option value={row.category_id}>{row.category_name}</option>
      )}
      {categories.map((category) => (
        <option key={category.id} value={category.id}>
          {category.name}
        </option>
      ))}
    </select>
  );
}

'use client';
import type { GradebookColumn } from '@k12/contracts/teaching/gradebook';
import type { SheetFilters } from '@k12/contracts/teaching/gradebook-views';
import { Button } from '@k12/ui/button';
import { List, ListRow } from '@k12/ui/list-row';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { TextField } from '@k12/ui/text-field';
import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { MarkDrawings } from './cell-marks.tsx';
import { GradeField, useColumnFacts } from './grade-field.tsx';
import type { SheetProps } from './sheet.tsx';
import { arrangeColumns } from './sheet-columns.ts';
import { PeriodChoice, SaveState } from './sheet-toolbar.tsx';
import { firstView, plainArrangement, rounded, rowsOf, totalText } from './sheet-view.ts';

type Opened = { student: string } | { assignment: string } | null;

/** On a phone: the list of students or of assignments, then a field for each grade of the one that was chosen. */
export function NarrowSheet(props: SheetProps) {
  const { store, onRetry } = props;
  const t = useTranslations('teaching-gradebook');
  const now = useMemo(() => new Date().toISOString(), []);
  const [view, setView] = useState(() => firstView(store, now));
  const [by, setBy] = useState<'students' | 'assignments'>('students');
  const [opened, setOpened] = useState<Opened>(null);
  const rows = rowsOf(store, { view, columns: [], groups: [], now });
  const { columns } = arrangeColumns(store, { ...plainArrangement, filters: view });
  const shared = { ...props, rows, columns, view };
  return (
    <div className="grid gap-4 p-4">
      <MarkDrawings />
      <div className="flex min-h-control flex-wrap items-center justify-between gap-2">
        <h1 className="text-heading font-bold">{t('title')}</h1>
        <SaveState store={store} onRetry={onRetry} />
      </div>
      {opened === null ? (
        <>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <SegmentedControl
              label={t('narrow.show')}
              value={by}
              onValueChange={(next) => setBy(next as typeof by)}
              options={(['students', 'assignments'] as const).map((value) => ({
                value,
                label: t(`narrow.${value}`),
              }))}
            />
            <PeriodChoice store={store} view={view} onView={(changes) => setView({ ...view, ...changes })} />
          </div>
          {by === 'students' ? (
            <Students
              {...shared}
              onName={(name) => setView({ ...view, name })}
              onOpen={(student) => setOpened({ student })}
            />
          ) : (
            <Assignments {...shared} onOpen={(assignment) => setOpened({ assignment })} />
          )}
        </>
      ) : (
        <OpenedList {...shared} opened={opened} onBack={() => setOpened(null)} />
      )}
    </div>
  );
}

interface ListProps extends SheetProps {
  rows: ReturnType<typeof rowsOf>;
  columns: readonly GradebookColumn[];
  view: SheetFilters;
  onOpen: (id: string) => void;
}

function Students({
  store,
  mark,
  rows,
  view,
  onOpen,
  onName,
}: ListProps & { onName: (name: string) => void }) {
  const t = useTranslations('teaching-gradebook');
  return (
    <>
      <TextField
        label={t('findStudent')}
        hideLabel
        placeholder={t('findStudent')}
        value={view.name}
        onChange={(event) => onName(event.target.value)}
      />
      <List>
        {rows.map((row) => {
          const total = totalText(store, row.student_id, view);
          const label = store.total(row.student_id, view.period_id)?.label;
          const shown = total === null ? '–' : rounded(total, store.book.course.decimals_shown, mark);
          return (
            <ListRow
              key={row.student_id}
              title={<span data-private>{row.sort_name}</span>}
              onPress={() => onOpen(row.student_id)}
              end={
                <span className="flex gap-2 tabular-nums">
                  <b className="font-semibold text-ink">{shown}</b>
                  <span className="w-7">{label}</span>
                </span>
              }
            />
          );
        })}
      </List>
    </>
  );
}

function Assignments({ store, rows, columns, onOpen }: ListProps) {
  const t = useTranslations('teaching-gradebook');
  const facts = useColumnFacts(store);
  const states = store.columnStates(rows);
  return (
    <List>
      {columns.map((column) => {
        const { to_grade = 0, hidden = 0 } = states.get(column.id) ?? {};
        const said = [...facts(column), hidden > 0 ? t('hidden', { count: hidden }) : null];
        return (
          <ListRow
            key={column.id}
            title={column.title}
            description={said.filter(Boolean).join(' · ')}
            onPress={() => onOpen(column.id)}
            end={to_grade > 0 && t('narrow.toGrade', { count: to_grade })}
          />
        );
      })}
    </List>
  );
}

type OpenedProps = Omit<ListProps, 'onOpen'> & { opened: NonNullable<Opened>; onBack: () => void };

function OpenedList({ store, mark, rows, columns, opened, onBack }: OpenedProps) {
  const t = useTranslations('teaching-gradebook');
  const facts = useColumnFacts(store);
  const isStudent = 'student' in opened;
  const column = isStudent ? undefined : store.column(opened.assignment);
  let title: ReactNode = <bdi>{column?.title}</bdi>;
  if (isStudent) title = <bdi data-private>{store.row(opened.student)?.name}</bdi>;
  return (
    <>
      <div>
        <Button
          variant="quiet"
          icon={<ArrowLeft aria-hidden className="rtl:-scale-x-100" />}
          onClick={onBack}
        >
          {t(isStudent ? 'allStudents' : 'narrow.all')}
        </Button>
      </div>
      <div>
        <h2 className="text-heading font-bold">{title}</h2>
        {column && <p className="text-small text-ink-2">{facts(column).join(' · ')}</p>}
      </div>
      <ul className="grid gap-3">
        {isStudent
          ? columns.map((one) => (
              <GradeField
                key={one.id}
                {...{ store, mark }}
                column={one}
                studentId={opened.student}
                label={one.title}
                hint={facts(one).join(' · ')}
              />
            ))
          : column &&
            rows.map(({ student_id, sort_name }) => (
              <GradeField
                key={student_id}
                {...{ store, mark, column }}
                studentId={student_id}
                label={sort_name}
                isName
              />
            ))}
      </ul>
    </>
  );
}

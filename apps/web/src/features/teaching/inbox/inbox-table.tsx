'use client';
import type { InboxRow } from '@k12/contracts/teaching/inbox';
import { Badge } from '@k12/ui/badge';
import { type DataColumn, DataTable } from '@k12/ui/data-table';
import { TextLink } from '@k12/ui/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { useDates } from '@/lib/dates.ts';
import { paths } from '@/lib/paths.ts';
import { rowKey } from './inbox-view.ts';

interface Props {
  rows: InboxRow[];
  selected: string[];
  onSelect: (keys: string[]) => void;
  withCourse: boolean;
  bulkActions: ReactNode;
  empty: ReactNode;
}

const addressOf = (row: InboxRow) => paths.gradeWork(row.course_id, row.assignment_id, row.student_id);

export function InboxTable({ rows, selected, onSelect, withCourse, bulkActions, empty }: Props) {
  const t = useTranslations('teaching-inbox');
  const router = useRouter();
  const columns = useColumns(withCourse);
  return (
    <DataTable
      label={t('title')}
      rows={rows}
      columns={columns}
      rowKey={rowKey}
      rowName={(row) => row.student_name ?? t('anonymous')}
      onOpenRow={(row) => router.push(addressOf(row))}
      selectable
      selectedKeys={selected}
      onSelectedKeysChange={onSelect}
      bulkActions={bulkActions}
      sort={null}
      onSortChange={() => undefined}
      empty={empty}
    />
  );
}

function useColumns(withCourse: boolean): DataColumn<InboxRow>[] {
  const t = useTranslations('teaching-inbox');
  const dates = useDates();
  return useMemo(() => {
    const columns: DataColumn<InboxRow>[] = [
      {
        key: 'student',
        header: t('student'),
        primary: true,
        cell: (row) => (
          <TextLink href={addressOf(row)}>
            <bdi>{row.student_name ?? t('anonymous')}</bdi>
          </TextLink>
        ),
      },
      { key: 'assignment', header: t('assignment'), cell: (row) => <bdi>{row.assignment_title}</bdi> },
      ...(withCourse
        ? [{ key: 'course', header: t('course'), cell: (row: InboxRow) => <bdi>{row.course_name}</bdi> }]
        : []),
      {
        key: 'submitted_at',
        header: t('handedIn'),
        cell: (row) =>
          row.submitted_at ? (
            <span className="whitespace-nowrap text-ink-2">{dates.ago(row.submitted_at)}</span>
          ) : (
            '–'
          ),
      },
      {
        key: 'due_at',
        header: t('due'),
        wideOnly: true,
        cell: (row) => (
          <span className="whitespace-nowrap text-ink-2">{row.due_at ? dates.moment(row.due_at) : '–'}</span>
        ),
      },
      { key: 'state', header: t('stateHead'), cell: (row) => <States row={row} /> },
      {
        key: 'score',
        header: t('score'),
        align: 'end',
        cell: (row) =>
          row.effective_score === null ? '–' : `\u2066${row.effective_score} / ${row.points_possible}\u2069`,
      },
    ];
    return columns;
  }, [t, dates, withCourse]);
}

function States({ row }: { row: InboxRow }) {
  const t = useTranslations('teaching-inbox');
  return (
    <span className="flex flex-wrap gap-1">
      {row.grade_state === 'excused' && <Badge>{t('badges.excused')}</Badge>}
      {row.is_missing && <Badge tone="bad">{t('badges.missing')}</Badge>}
      {row.is_late && <Badge tone="warn">{t('badges.late')}</Badge>}
      {row.submission_state === 'revision_requested' && <Badge tone="info">{t('badges.revision')}</Badge>}
      {row.has_new_work && (
        <Badge tone="chalk">{t(`badges.${row.grade_state === 'none' ? 'toGrade' : 'newWork'}`)}</Badge>
      )}
      {row.grade_state !== 'none' && !row.posted_at && <Badge>{t('badges.hidden')}</Badge>}
      {row.posted_at && <Badge tone="ok">{t('badges.posted')}</Badge>}
    </span>
  );
}

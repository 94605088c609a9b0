'use client';
import type { ApprovalRequest } from '@k12/contracts/planning/approvals';
import { gradeLevels } from '@k12/contracts/planning/plan-records';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { AddressSelect } from '@/shell/address-select.tsx';
import { useGradeWords } from '../grade-words.ts';

/** By what the queue holds; a filter in force stays on offer. */
export function QueueFilters({ rows }: { rows: readonly ApprovalRequest[] }) {
  const t = useTranslations('planning-approvals');
  const { read } = useAddress();
  const grades = useGradeWords();
  const held = (name: string, values: readonly string[]) => [
    ...new Set([...values, ...(read(name) ? [read(name)] : [])]),
  ];
  const subjects = held(
    'subject',
    rows.flatMap((row) => row.plan.subjects),
  );
  const levels = held(
    'grade_level',
    rows.flatMap((row) => row.plan.grade_levels),
  );
  return (
    <div className="flex flex-wrap gap-2">
      <AddressSelect
        name="subject"
        label={t('subject')}
        all={t('allSubjects')}
        options={subjects.sort().map((value) => ({ value, label: value }))}
      />
      <AddressSelect
        name="grade_level"
        label={t('grade')}
        all={t('allGrades')}
        options={gradeLevels
          .filter((level) => levels.includes(level))
          .map((value) => ({ value, label: grades([value]) }))}
      />
    </div>
  );
}

'use client';
import type { ApprovalRequest } from '@k12/contracts/planning/approvals';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { AddressSelect } from '@/shell/address-select.tsx';

/** By what the queue holds; a filter in force stays on offer. */
export function QueueFilters({ rows }: { rows: readonly ApprovalRequest[] }) {
  const t = useTranslations('planning-approvals');
  const { read } = useAddress();
  const of = (name: string, values: readonly string[]) =>
    [...new Set([...values, ...(read(name) ? [read(name)] : [])])]
      .sort()
      .map((value) => ({ value, label: value }));
  return (
    <div className="flex flex-wrap gap-2">
      <AddressSelect
        name="subject"
        label={t('subject')}
        all={t('allSubjects')}
        options={of(
          'subject',
          rows.flatMap((row) => row.plan.subjects),
        )}
      />
      <AddressSelect
        name="grade_level"
        label={t('grade')}
        all={t('allGrades')}
        options={of(
          'grade_level',
          rows.flatMap((row) => row.plan.grade_levels),
        )}
      />
    </div>
  );
}

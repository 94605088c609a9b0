'use client';
import type { UserMerge } from '@k12/contracts/identity/users.merge';
import { SimpleTable } from '@k12/ui/simple-table';
import { useTranslations } from 'next-intl';

const labels: Record<string, string> = {
  given_name: 'givenName',
  family_name: 'familyName',
  preferred_name: 'preferredName',
  pronounced_as: 'pronouncedAs',
  pronouns: 'pronouns',
  email: 'email',
  username: 'username',
  student_number: 'studentNumber',
  staff_number: 'staffNumber',
  external_id: 'externalId',
  birth_on: 'birthDay',
  locale: 'merge.locale',
  time_zone: 'merge.timeZone',
};

/** What the one record holds afterwards; fields empty in both, or the same, say nothing. */
export function MergePreview({ merge }: { merge: UserMerge }) {
  const t = useTranslations('people');
  const fields = merge.fields.filter(({ kept, merged }) => merged !== null && kept !== merged);
  const records = merge.records.filter(({ moved, joined }) => moved + joined > 0);
  return (
    <div role="status" className="grid gap-4">
      {fields.length > 0 && (
        <SimpleTable
          label={t('merge.fields')}
          rows={fields}
          rowKey={(row) => row.field}
          columns={[
            { key: 'field', header: t('merge.field'), cell: (row) => t(labels[row.field] ?? row.field) },
            { key: 'result', header: t('merge.result'), cell: (row) => <bdi>{row.result ?? '–'}</bdi> },
            {
              key: 'lost',
              header: t('merge.lost'),
              cell: (row) => <bdi>{row.merged === row.result ? '–' : row.merged}</bdi>,
            },
          ]}
        />
      )}
      <ul className="grid gap-1 text-ink-2">
        {records.map(({ table, moved, joined }) => (
          <li key={table}>{t('merge.records', { what: t(`merge.tables.${table}`), moved, joined })}</li>
        ))}
        <li>{t('merge.after')}</li>
      </ul>
    </div>
  );
}

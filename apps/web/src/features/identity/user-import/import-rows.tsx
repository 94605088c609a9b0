'use client';
import { listRoles } from '@k12/contracts/identity/roles';
import {
  listUserImportRows,
  type UserImport,
  type UserImportFault,
  type UserImportRow,
  type UserImportRowStatus,
} from '@k12/contracts/identity/user-imports';
import { Badge } from '@k12/ui/badge';
import { TextLink } from '@k12/ui/link';
import { Pagination } from '@k12/ui/pagination';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { SimpleTable } from '@k12/ui/simple-table';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { useJoined } from '@/lib/joined.ts';
import { paths } from '@/lib/paths.ts';
import { useRoleName } from '@/lib/role-names.ts';
import { RegionBody } from '@/shell/region.tsx';

const tones = { new: 'info', known: 'neutral', bad: 'bad', created: 'ok', failed: 'bad' } as const;
const statuses = ['new', 'created', 'known', 'bad', 'failed'] as const;

/** Every row with its line and what becomes of it; how many of each are the ways to look at them. */
export function ImportRows({ table }: { table: UserImport }) {
  const t = useTranslations('people-import');
  const shown = statuses.filter((status) => table.counts[status] > 0);
  const [chosen, setChosen] = useState<UserImportRowStatus | 'all'>('all');
  const status = chosen !== 'all' && shown.includes(chosen) ? chosen : 'all';
  const request = useMemo(
    () => ({ params: { id: table.id }, query: { limit: 100, ...(status !== 'all' && { status }) } }),
    [table.id, status],
  );
  const rows = useList(listUserImportRows, request);
  const { mutate } = rows;
  const done = table.counts.created + table.counts.failed;
  useEffect(() => {
    if (done > 0) void mutate();
  }, [done, mutate]);
  const all = statuses.reduce((sum, one) => sum + table.counts[one], 0);
  const options = [
    { value: 'all', label: t('all', { count: all }) },
    ...shown.map((value) => ({ value, label: t(`counted.${value}`, { count: table.counts[value] }) })),
  ];
  return (
    <section aria-label={t('rows')} className="grid gap-3">
      <h2 className="text-large font-semibold">{t('rows')}</h2>
      <SegmentedControl
        label={t('show')}
        className="w-fit max-w-full flex-wrap"
        value={status}
        options={options}
        onValueChange={(value) => setChosen(value as UserImportRowStatus | 'all')}
      />
      <RegionBody reply={rows}>
        {({ data, next_cursor }) => (
          <>
            <Rows rows={data} />
            <Pagination
              shown={data.length}
              hasMore={next_cursor !== null}
              loading={rows.loadingMore}
              onLoadMore={rows.loadMore}
            />
          </>
        )}
      </RegionBody>
    </section>
  );
}

function Rows({ rows }: { rows: UserImportRow[] }) {
  const t = useTranslations('people-import');
  const words = useRowWords();
  return (
    <SimpleTable<UserImportRow>
      label={t('rows')}
      rows={rows}
      rowKey={({ line }) => String(line)}
      columns={[
        { key: 'line', header: t('line'), cell: ({ line }) => <span className="tabular-nums">{line}</span> },
        { key: 'person', header: t('person'), cell: (row) => <Person row={row} /> },
        {
          key: 'status',
          header: t('becomes'),
          cell: ({ status }) => <Badge tone={tones[status]}>{t(`statuses.${status}`)}</Badge>,
        },
        { key: 'detail', header: t('problem'), cell: (row) => <Reasons words={words(row)} /> },
      ]}
    />
  );
}

function Person({ row: { name, account, user_id } }: { row: UserImportRow }) {
  const shown = name || account || '–';
  return (
    <span className="[overflow-wrap:anywhere]">
      {user_id ? (
        <TextLink href={paths.adminUser(user_id)}>
          <bdi>{shown}</bdi>
        </TextLink>
      ) : (
        <bdi>{shown}</bdi>
      )}
      {name && account && (
        <span className="block text-small text-ink-3">
          <bdi>{account}</bdi>
        </span>
      )}
    </span>
  );
}

const faults = [
  'required',
  'unknown_role',
  'unknown_school',
  'not_your_school',
  'unknown_grade',
  'unseen_name',
  'other_school',
  'school_missing',
  'email_or_username',
  'invalid_format',
  'ambiguous',
  'exceeds_own_rights',
] as const;

function Reasons({ words }: { words: string[] }) {
  return words.map((reason) => (
    <span key={reason} className="block [overflow-wrap:anywhere]">
      {reason}
    </span>
  ));
}

/** Everything that is wrong with a row in the language of the page. */
function useRowWords() {
  const t = useTranslations('people-import');
  const roles = useRolesThereAre();
  const wordsOf = ({ field, code, value, detail }: UserImportFault, line: number): string => {
    const column = field ? t(`fields.${field}`) : '';
    if (code === 'duplicate_row') return t('rowFaults.duplicate_row', { column, line });
    if (code === 'user.duplicate') return t('rowFaults.duplicate');
    const known = faults.find((one) => one === code);
    if (known) return t(`rowFaults.${known}`, { column, value: value ?? '', roles });
    return column ? t('rowFaults.other', { column }) : detail;
  };
  return ({ status, code, detail, field, other_line, faults }: UserImportRow): string[] => {
    if (status === 'known') return [t('stays')];
    if (!code) return [];
    const said = faults.length > 0 ? faults : [{ field, code, value: null, detail: detail ?? '' }];
    return [...new Set(said.map((fault) => wordsOf(fault, other_line ?? 0)))];
  };
}

/** Of those the reader may give. */
function useRolesThereAre(): string {
  const roleName = useRoleName();
  const joined = useJoined();
  const roles = useApi(listRoles, { query: { limit: 200 } });
  const offered = (roles.data?.data ?? []).filter((role) => role.can.assign);
  return joined(offered.map(({ key, name }) => roleName(key, name)));
}

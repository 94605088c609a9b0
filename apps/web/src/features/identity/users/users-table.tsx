'use client';
import type { UserListItem } from '@k12/contracts/identity/users';
import { type DataColumn, type DataSort, DataTable, type DataTableProps } from '@k12/ui/data-table';
import { TextLink } from '@k12/ui/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';
import { paths } from '@/lib/paths.ts';
import { useRoleName } from '@/lib/role-names.ts';
import { PersonAvatar } from '@/shell/person-avatar.tsx';
import { UserStateBadge } from './user-state.tsx';

interface Props {
  rows: UserListItem[];
  selected: string[];
  onSelect: (keys: string[]) => void;
  bulkActions: ReactNode;
  allMatching: DataTableProps<UserListItem>['allMatching'];
  empty: ReactNode;
}

export function UsersTable({ rows, selected, onSelect, bulkActions, allMatching, empty }: Props) {
  const t = useTranslations('people');
  const router = useRouter();
  const { read, write } = useAddress();
  return (
    <DataTable
      label={t('title')}
      rows={rows}
      columns={useColumns()}
      rowKey={(row) => row.id}
      rowName={(row) => row.display_name}
      onOpenRow={(row) => router.push(paths.adminUser(row.id))}
      selectable
      selectedKeys={selected}
      onSelectedKeysChange={onSelect}
      bulkActions={bulkActions}
      allMatching={allMatching}
      sort={readSort(read('sort') || 'name')}
      onSortChange={(sort) => write({ sort: sort && sortWord(sort) })}
      empty={empty}
    />
  );
}

function readSort(word: string): DataSort {
  return word.startsWith('-') ? { key: word.slice(1), direction: 'desc' } : { key: word, direction: 'asc' };
}

function sortWord({ key, direction }: DataSort): string | null {
  const word = direction === 'desc' ? `-${key}` : key;
  return word === 'name' ? null : word;
}

function useColumns(): DataColumn<UserListItem>[] {
  const t = useTranslations('people');
  const joined = useJoined();
  const dates = useDates();
  const roleName = useRoleName();
  return useMemo(
    () => [
      {
        key: 'name',
        header: t('person'),
        primary: true,
        sortable: true,
        cell: (row) => <PersonCell person={row} />,
      },
      {
        key: 'roles',
        header: t('role'),
        cell: (row) => joined(row.roles.map((key) => roleName(key))) || '–',
      },
      { key: 'school', header: t('school'), cell: (row) => <SchoolsCell person={row} /> },
      { key: 'grade', header: t('grade'), align: 'end', cell: (row) => gradeOf(row) ?? '–' },
      {
        key: 'last_sign_in_at',
        header: t('lastSignIn'),
        sortable: true,
        cell: (row) => (
          <span className="whitespace-nowrap text-ink-2">
            {row.last_sign_in_at ? dates.ago(row.last_sign_in_at) : t('never')}
          </span>
        ),
      },
      { key: 'state', header: t('state'), cell: (row) => <UserStateBadge state={row.state} /> },
    ],
    [t, dates, roleName, joined],
  );
}

function PersonCell({ person }: { person: UserListItem }) {
  const tc = useTranslations('common');
  const { contact, pronounced_as } = person;
  return (
    <span className="flex items-center gap-3">
      <PersonAvatar id={person.id} name={person.display_name} size="small" />
      <span className="min-w-0">
        <TextLink href={paths.adminUser(person.id)} className="text-ink no-underline hover:underline">
          <bdi>{person.display_name}</bdi>
        </TextLink>
        {pronounced_as && (
          <span className="ms-2 text-small font-regular text-ink-3">
            {tc('saidAs', { words: pronounced_as })}
          </span>
        )}
        <span className="block truncate text-small font-regular text-ink-3">
          {contact?.email ?? contact?.username}
        </span>
      </span>
    </span>
  );
}

function SchoolsCell({ person }: { person: UserListItem }) {
  const t = useTranslations('people');
  const current = person.memberships.filter((membership) => membership.in_force);
  const [first, ...others] = [...current].sort((a, b) => Number(b.is_primary) - Number(a.is_primary));
  if (!first) return '–';
  return others.length > 0
    ? t('schoolAndMore', { name: first.school_name, count: others.length })
    : first.school_name;
}

function gradeOf({ memberships }: UserListItem): string | null {
  return memberships.find((membership) => membership.in_force && membership.grade_level)?.grade_level ?? null;
}

'use client';
import type { Role } from '@k12/contracts/identity/roles';
import { SimpleTable } from '@k12/ui/simple-table';
import { useTranslations } from 'next-intl';
import { useRoleName } from '@/lib/role-names.ts';
import { capabilityGroups } from './capability-groups.ts';

/** Groups of capabilities down, roles across: how much of each group a role has. */
export function RoleMatrix({ roles }: { roles: Role[] }) {
  const t = useTranslations('roles');
  const roleName = useRoleName();
  return (
    <SimpleTable
      label={t('matrix')}
      rows={capabilityGroups}
      rowKey={(row) => row.group}
      columns={[
        { key: 'group', header: t('group'), cell: (row) => t(`groups.${row.group}`) },
        ...roles.map((role) => ({
          key: role.id,
          header: roleName(role.key, role.name),
          cell: (row: (typeof capabilityGroups)[number]) => (
            <Share
              has={row.capabilities.filter((key) => role.capabilities.includes(key)).length}
              all={row.capabilities.length}
            />
          ),
        })),
      ]}
    />
  );
}

function Share({ has, all }: { has: number; all: number }) {
  const t = useTranslations('roles');
  if (has === 0)
    return (
      <span className="text-ink-3">
        <span aria-hidden>–</span>
        <span className="hidden-visually">{t('nothing')}</span>
      </span>
    );
  return (
    <span className="flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden className="h-1.5 w-10 overflow-hidden rounded-full bg-sunken">
        <span className="block h-full rounded-full bg-board" style={{ width: `${(has / all) * 100}%` }} />
      </span>
      <span className="text-small tabular-nums">
        {has === all ? t('everything') : t('share', { has, all })}
      </span>
    </span>
  );
}

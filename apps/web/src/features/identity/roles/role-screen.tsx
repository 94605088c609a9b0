'use client';
import { listRoleAssignments } from '@k12/contracts/identity/role-assignments';
import { getRole, listRoles, type Role } from '@k12/contracts/identity/roles';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { Pagination } from '@k12/ui/pagination';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useList } from '@/lib/api/list.ts';
import { useDates } from '@/lib/dates.ts';
import { paths } from '@/lib/paths.ts';
import { useRoleName } from '@/lib/role-names.ts';
import { useRecordCrumb } from '@/shell/crumbs.ts';
import { RegionBody } from '@/shell/region.tsx';
import { DeleteRole } from './delete-role.tsx';
import { RoleCapabilities } from './role-capabilities.tsx';
import { allRoles } from './roles-screen.tsx';

export function RoleScreen({ id }: { id: string }) {
  const role = useApi(getRole, { params: { id } });
  const roleName = useRoleName();
  useRecordCrumb(role.data && roleName(role.data.key, role.data.name));
  return <RegionBody reply={role}>{(known) => <RolePage role={known} />}</RegionBody>;
}

function RolePage({ role }: { role: Role }) {
  const t = useTranslations('roles');
  const roleName = useRoleName();
  const roles = useApi(listRoles, allRoles);
  const source = roles.data?.data.find((other) => other.key === role.copied_from) ?? null;
  const name = roleName(role.key, role.name);
  const about = role.description ?? (t.has(`about.${role.key}`) ? t(`about.${role.key}`) : '');
  return (
    <>
      <PageHeader
        title={name}
        description={
          <>
            {about}
            {source && (
              <span className="block text-body text-ink-3">
                {t('copiedFrom', { name: roleName(source.key, source.name) })}
              </span>
            )}
          </>
        }
        actions={role.can.delete && <DeleteRole role={role} roles={roles.data?.data ?? []} />}
      />
      <div className="mt-8 grid grid-cols-1 items-start gap-10 laptop:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <RoleCapabilities key={role.lock_version} role={role} source={source} />
        <Holders role={role} />
      </div>
    </>
  );
}

function Holders({ role }: { role: Role }) {
  const t = useTranslations('roles');
  const tp = useTranslations('people');
  const dates = useDates();
  const request = useMemo(() => ({ query: { role_id: role.id, limit: 25 } }), [role.id]);
  const holders = useList(listRoleAssignments, request);
  return (
    <Section title={t('whoHas')} note={t('holders', { count: role.holders_count })}>
      <RegionBody reply={holders}>
        {({ data, next_cursor }) =>
          data.length === 0 ? (
            <p className="text-ink-3">{t('nobody')}</p>
          ) : (
            <>
              <List label={t('whoHas')}>
                {data.map((held) => (
                  <ListRow
                    key={held.id}
                    href={paths.adminUser(held.user_id)}
                    title={held.user_name}
                    description={held.school_name ?? tp('wholeOrganisation')}
                    end={held.ends_on && tp('until', { day: dates.day(held.ends_on) })}
                  />
                ))}
              </List>
              <Pagination
                shown={data.length}
                hasMore={next_cursor !== null}
                loading={holders.loadingMore}
                onLoadMore={holders.loadMore}
              />
            </>
          )
        }
      </RegionBody>
    </Section>
  );
}

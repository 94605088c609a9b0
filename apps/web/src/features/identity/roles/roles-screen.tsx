'use client';
import { listRoles, type Role } from '@k12/contracts/identity/roles';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader } from '@k12/ui/page-header';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { useRoleName } from '@/lib/role-names.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { OptionalRights } from './optional-rights.tsx';
import { RoleForm } from './role-form.tsx';
import { RoleMatrix } from './role-matrix.tsx';

export const allRoles = { query: { limit: 200 } };

export function RolesScreen() {
  const t = useTranslations('roles');
  const { me } = useSession();
  const [adding, setAdding] = useState(false);
  const roles = useApi(listRoles, allRoles);
  const mayAdd = me.capabilities['roles.manage'] !== undefined;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={
          mayAdd && (
            <Button variant="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          )
        }
      />
      <div className="mt-8 grid grid-cols-1 gap-10">
        <RegionBody reply={roles}>
          {({ data }) => (
            <>
              <RoleList roles={data} />
              <Section title={t('matrix')} note={t('matrixNote')}>
                <RoleMatrix roles={data} />
              </Section>
            </>
          )}
        </RegionBody>
        <OptionalRights />
      </div>
      {adding && <RoleForm roles={roles.data?.data ?? []} onClose={() => setAdding(false)} />}
    </>
  );
}

function RoleList({ roles }: { roles: Role[] }) {
  const t = useTranslations('roles');
  const roleName = useRoleName();
  const describe = ({ key, description, is_system }: Role) =>
    description ?? (is_system && t.has(`about.${key}`) ? t(`about.${key}`) : undefined);
  return (
    <List framed label={t('title')}>
      {roles.map((role) => (
        <ListRow
          key={role.id}
          href={paths.adminRole(role.id)}
          title={
            <>
              {roleName(role.key, role.name)}
              {!role.is_system && (
                <Badge tone="info" className="ms-2">
                  {t('custom')}
                </Badge>
              )}
            </>
          }
          description={describe(role)}
          end={<span className="text-ink-2">{t('holders', { count: role.holders_count })}</span>}
        />
      ))}
    </List>
  );
}

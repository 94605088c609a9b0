'use client';
import type { UserOverview } from '@k12/contracts/identity/users.overview';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { EmptyState } from '@k12/ui/empty-state';
import { List, ListRow } from '@k12/ui/list-row';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDates } from '@/lib/dates.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useRoleName } from '@/lib/role-names.ts';
import { useSession } from '@/lib/session-context.tsx';
import { GiveRole } from './give-role.tsx';
import { TakeRole } from './take-role.tsx';

const RightsOf = dynamic(
  loaded(() => import('./rights-of.tsx').then((module) => module.RightsOf)),
  { loading: nothingYet },
);

type Held = UserOverview['roles_held'][number];

/** Roles with their reach and the reason why the person has them. */
export function RolesHeld({ known }: { known: UserOverview }) {
  const t = useTranslations('people');
  const { me } = useSession();
  const [giving, setGiving] = useState(false);
  const [reading, setReading] = useState(false);
  const mayManage = me.capabilities['role_assignments.manage'] !== undefined;
  return (
    <Section
      title={t('roles')}
      action={
        <div className="flex flex-wrap items-center">
          {me.capabilities['roles.read'] && (
            <Button size="small" variant="quiet" onClick={() => setReading(true)}>
              {t('rights.open')}
            </Button>
          )}
          {mayManage && (
            <Button
              size="small"
              variant="quiet"
              icon={<Plus size={16} aria-hidden />}
              onClick={() => setGiving(true)}
            >
              {t('giveRole')}
            </Button>
          )}
        </div>
      }
    >
      {known.roles_held.length === 0 ? (
        <EmptyState level={3} title={t('noRoles')}>
          {t('noRolesText')}
        </EmptyState>
      ) : (
        <List framed label={t('roles')}>
          {known.roles_held.map((role) => (
            <RoleRow key={role.assignment_id} role={role} mayManage={mayManage} />
          ))}
        </List>
      )}
      {giving && <GiveRole user={known.user} onClose={() => setGiving(false)} />}
      {reading && <RightsOf user={known.user} onClose={() => setReading(false)} />}
    </Section>
  );
}

function RoleRow({ role, mayManage }: { role: Held; mayManage: boolean }) {
  const t = useTranslations('people');
  const roleName = useRoleName();
  const name = roleName(role.role_key, role.role_name);
  return (
    <ListRow
      title={name}
      description={
        <>
          {role.school_name ?? t('wholeOrganisation')} · <Why role={role} />
        </>
      }
      actions={mayManage && <TakeRole role={role} />}
      end={!role.in_force && <span className="text-small text-ink-3">{t('notInForce')}</span>}
    />
  );
}

function Why({ role }: { role: Held }) {
  const t = useTranslations('people');
  const dates = useDates();
  const parts = [
    role.granted_by_name
      ? t('grantedBy', { name: role.granted_by_name, day: dates.instant(role.created_at) })
      : t(`grantSources.${known(role.source)}`),
    role.starts_on && t('from', { day: dates.day(role.starts_on) }),
    role.ends_on && t('until', { day: dates.day(role.ends_on) }),
  ];
  return parts.filter(Boolean).join(' · ');
}

const sources = ['manual', 'import', 'sign_in_rule', 'seed'] as const;

function known(source: string): (typeof sources)[number] {
  return sources.find((candidate) => candidate === source) ?? 'manual';
}

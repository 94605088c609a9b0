'use client';
import { getUserOverview, type UserOverview } from '@k12/contracts/identity/users.overview';
import { Banner } from '@k12/ui/banner';
import { PageHeader } from '@k12/ui/page-header';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';
import { useRoleName } from '@/lib/role-names.ts';
import { useSession } from '@/lib/session-context.tsx';
import { useRecordCrumb } from '@/shell/crumbs.ts';
import { PersonAvatar } from '@/shell/person-avatar.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { UserStateBadge } from '../users/user-state.tsx';
import { GuardianLinksOf } from './guardian-links.tsx';
import { MergeNotice } from './merge-notice.tsx';
import { PersonDetails } from './person-details.tsx';
import { PersonEdit } from './person-edit.tsx';
import { RolesHeld } from './roles-held.tsx';
import { SchoolsOf } from './schools-of.tsx';
import { Sessions } from './sessions.tsx';
import { SignIns } from './sign-ins.tsx';
import { UserActions } from './user-actions.tsx';
import { UserHistory } from './user-history.tsx';

/** Everything an admin needs to help one person, on one screen (IDN-40). */
export function UserScreen({ id }: { id: string }) {
  const overview = useApi(getUserOverview, { params: { id } });
  useRecordCrumb(overview.data?.user.display_name);
  return <RegionBody reply={overview}>{(known) => <Person known={known} />}</RegionBody>;
}

function Person({ known }: { known: UserOverview }) {
  const { user } = known;
  const { me } = useSession();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <PageHeader
        title={user.display_name}
        status={<PersonStatus known={known} />}
        description={<PersonLine known={known} />}
        actions={<UserActions known={known} onEdit={() => setEditing(true)} />}
      />
      <StateNotice known={known} />
      {known.merges.length > 0 && (
        <div className="mt-5 grid gap-3">
          {known.merges.map((merge) => (
            <MergeNotice key={merge.id} merge={merge} />
          ))}
        </div>
      )}
      <div className="mt-8 grid items-start gap-10 laptop:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 gap-10">
          <RolesHeld known={known} />
          <SchoolsOf user={user} />
          <PersonDetails user={user} />
          <GuardianLinksOf known={known} />
        </div>
        <div className="grid min-w-0 gap-10">
          <SignIns known={known} />
          {me.capabilities['sessions.revoke_others'] && <Sessions userId={user.id} />}
          <UserHistory known={known} />
        </div>
      </div>
      {editing && <PersonEdit user={user} onClose={() => setEditing(false)} />}
    </>
  );
}

function PersonStatus({ known }: { known: UserOverview }) {
  const roleName = useRoleName();
  const joined = useJoined();
  const roles = known.roles_held.filter((role) => role.in_force);
  const names = new Set(roles.map((role) => roleName(role.role_key, role.role_name)));
  return (
    <>
      <PersonAvatar id={known.user.id} name={known.user.display_name} size="large" />
      <UserStateBadge state={known.user.state} />
      <span className="text-small text-ink-2">{joined(names)}</span>
    </>
  );
}

function PersonLine({ known: { user } }: { known: UserOverview }) {
  const t = useTranslations('people');
  const dates = useDates();
  const address = user.contact?.email ?? user.contact?.username;
  const seen = user.last_sign_in_at
    ? t('lastSeen', { when: dates.ago(user.last_sign_in_at) })
    : t('neverSignedIn');
  return (
    <span className="[overflow-wrap:anywhere]">
      {address && <bdi>{address}</bdi>}
      {address && ' · '}
      {seen}
    </span>
  );
}

/** Says what a state other than active means for the person. */
function StateNotice({ known: { user } }: { known: UserOverview }) {
  const t = useTranslations('people.notices');
  if (user.state === 'active' || user.state === 'anonymized') return null;
  return (
    <div className="mt-5">
      <Banner tone={user.state === 'invited' ? 'info' : 'warn'}>{t(user.state)}</Banner>
    </div>
  );
}

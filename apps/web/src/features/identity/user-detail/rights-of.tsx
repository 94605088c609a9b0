'use client';
import type { ReplyOf } from '@k12/contracts';
import { getEffectivePermissions } from '@k12/contracts/identity/role-assignments';
import type { User } from '@k12/contracts/identity/users';
import { Badge } from '@k12/ui/badge';
import { Section } from '@k12/ui/card';
import { Drawer } from '@k12/ui/drawer';
import { List, ListRow } from '@k12/ui/list-row';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { useJoined } from '@/lib/joined.ts';
import { useRoleName } from '@/lib/role-names.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { capabilityGroups } from '../roles/capability-groups.ts';
import { useCapabilityName } from '../roles/capability-names.ts';

type Permission = ReplyOf<typeof getEffectivePermissions>['data'][number];

/** What somebody may do, where, and through which role: the answer to "why can't I" (IDN-48). */
export function RightsOf({
  user,
  onClose,
}: {
  user: Pick<User, 'id' | 'display_name'>;
  onClose: () => void;
}) {
  const t = useTranslations('people.rights');
  const rights = useApi(getEffectivePermissions, { params: { id: user.id } });
  const [words, setWords] = useState('');
  return (
    <Drawer
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name: user.display_name })}
      description={t('text')}
    >
      <div className="grid gap-6">
        <TextField
          type="search"
          label={t('find')}
          value={words}
          autoComplete="off"
          onChange={(event) => setWords(event.target.value)}
        />
        <RegionBody reply={rights}>{({ data }) => <Groups rights={data} words={words} />}</RegionBody>
      </div>
    </Drawer>
  );
}

function Groups({ rights, words }: { rights: Permission[]; words: string }) {
  const t = useTranslations('people.rights');
  const tr = useTranslations('roles');
  const capabilityName = useCapabilityName();
  const wanted = words.trim().toLocaleLowerCase();
  const held = new Map(rights.map((right) => [right.capability as string, right]));
  const groups = capabilityGroups
    .map(({ group, capabilities }) => ({
      group,
      found: capabilities.flatMap((key) => {
        const name = capabilityName(key);
        const right = held.get(key);
        // By its key too: that is what a refusal names.
        const isMeant = wanted === '' || `${name} ${key}`.toLocaleLowerCase().includes(wanted);
        return right && isMeant ? [{ right, name }] : [];
      }),
    }))
    .filter(({ found }) => found.length > 0);
  if (groups.length === 0) return <p className="text-ink-2">{t(wanted ? 'lacks' : 'none')}</p>;
  return groups.map(({ group, found }) => (
    <Section key={group} level={3} title={tr(`groups.${group}`)}>
      <List label={tr(`groups.${group}`)}>
        {found.map(({ right, name }) => (
          <RightRow key={right.capability} right={right} name={name} />
        ))}
      </List>
    </Section>
  ));
}

function RightRow({ right, name }: { right: Permission; name: string }) {
  const t = useTranslations('people.rights');
  const tr = useTranslations('roles');
  const roleName = useRoleName();
  const joined = useJoined();
  const { me } = useSession();
  const schools = right.school_ids.map(
    (id) => me.schools.find((school) => school.id === id)?.name ?? t('otherSchool'),
  );
  const places = right.reaches.flatMap((reach) =>
    reach === 'school' ? [...new Set(schools)] : [t(`reach.${reach}`)],
  );
  const roles = right.through.map((key) => roleName(key, key));
  return (
    <ListRow
      title={name}
      description={t('row', { places: joined(places), roles: joined(roles) })}
      end={right.sensitive && <Badge tone="warn">{tr('sensitive')}</Badge>}
    />
  );
}

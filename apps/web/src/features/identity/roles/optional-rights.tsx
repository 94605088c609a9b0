'use client';
import type { ReplyOf } from '@k12/contracts';
import {
  changeOptionalRights,
  getOptionalRights,
  type OfferedRight,
  type OptionalRightsChange,
} from '@k12/contracts/identity/optional-rights';
import { Section } from '@k12/ui/card';
import { Switch } from '@k12/ui/switch';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useRoleName } from '@/lib/role-names.ts';
import { RegionBody } from '@/shell/region.tsx';

type Rights = ReplyOf<typeof getOptionalRights>;
type RoleKey = OptionalRightsChange['role'];

interface Offer {
  key: string;
  /** Turned on together: one without the other is of no use. */
  rights: readonly OfferedRight[];
  roles: readonly RoleKey[];
}

const offers: readonly Offer[] = [
  { key: 'view', rights: ['users.impersonate'], roles: ['district_admin', 'admin'] },
  {
    key: 'grading',
    rights: ['submissions.grade', 'rubric_scores.write'],
    roles: ['district_admin', 'admin'],
  },
  { key: 'codes', rights: ['users.reset_credentials'], roles: ['teacher'] },
  { key: 'enrolling', rights: ['enrollments.manage'], roles: ['teacher'] },
  { key: 'sections', rights: ['sections.manage'], roles: ['teacher'] },
  { key: 'courses', rights: ['courses.create'], roles: ['teacher'] },
  { key: 'tokens', rights: ['api_tokens.create_own'], roles: ['curriculum_lead', 'teacher'] },
];

/** Rights that no role has by itself, given by those who administer the whole organisation (IDN-95). */
export function OptionalRights() {
  const t = useTranslations('roles.optional');
  const rights = useApi(getOptionalRights, {});
  return (
    <Section title={t('title')} note={t('note')}>
      <RegionBody reply={rights}>
        {(known) => (
          <ul className="divide-y divide-line rounded-card border border-line bg-raised">
            {offers.map((offer) => (
              <OfferRow key={offer.key} offer={offer} known={known} />
            ))}
          </ul>
        )}
      </RegionBody>
    </Section>
  );
}

function OfferRow({ offer, known }: { offer: Offer; known: Rights }) {
  const t = useTranslations('roles.optional');
  return (
    <li className="grid gap-x-8 gap-y-2 px-4 py-3 tablet:grid-cols-[minmax(0,1fr)_14rem]">
      <div>
        <p className="font-medium">{t(`${offer.key as 'view'}.label`)}</p>
        <p className="text-small text-ink-3">{t(`${offer.key as 'view'}.text`)}</p>
      </div>
      <div className="grid content-start gap-1">
        {offer.roles.map((role) => (
          <RoleSwitch key={role} offer={offer} role={role} known={known} />
        ))}
      </div>
    </li>
  );
}

function RoleSwitch({ offer, role, known }: { offer: Offer; role: RoleKey; known: Rights }) {
  const t = useTranslations('roles.optional');
  const roleName = useRoleName();
  const attempt = useAttempt();
  const change = useChange(changeOptionalRights, ['optional_rights.', 'roles.', 'users.']);
  const [wanted, setWanted] = useState<boolean | null>(null);
  const isOn = offer.rights.every((right) =>
    known.data.some((one) => one.role === role && one.capability === right),
  );
  const set = async (on: boolean) => {
    setWanted(on);
    await attempt(() => change({ body: { role, capabilities: [...offer.rights], on } }));
    setWanted(null);
  };
  const name = roleName(role);
  return (
    <Switch
      aria-label={t('switch', { right: t(`${offer.key as 'view'}.label`), role: name })}
      label={name}
      checked={wanted ?? isOn}
      disabled={!known.can.update}
      onCheckedChange={set}
    />
  );
}

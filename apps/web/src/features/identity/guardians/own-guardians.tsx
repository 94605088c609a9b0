'use client';
import {
  consentToGuardian,
  type GuardianLink,
  listGuardianLinks,
} from '@k12/contracts/identity/guardian-links';
import { Section } from '@k12/ui/card';
import { Switch } from '@k12/ui/switch';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';

/** From 18 on a student decides which guardian still sees their record; before, there is nothing to decide (IDN-55). */
export function OwnGuardians() {
  const t = useTranslations('guardians.own');
  const links = useApi(listGuardianLinks, { query: { limit: 50, state: 'active' } });
  const own = links.data?.data.filter((link) => link.can.consent) ?? [];
  if (own.length === 0) return null;
  return (
    <Section title={t('title')} className="max-w-form border-line border-t pt-6">
      <p className="text-ink-2">{t('text')}</p>
      {own.map((link) => (
        <Consent key={link.id} link={link} />
      ))}
    </Section>
  );
}

function Consent({ link }: { link: GuardianLink }) {
  const t = useTranslations('guardians');
  const attempt = useAttempt();
  const consent = useChange(consentToGuardian, {
    expect: (_, { body }) => ({ adult_basis: body.allow ? 'student_consent' : null }),
  });
  const params = { id: link.id };
  return (
    <Switch
      label={link.guardian_name}
      hint={t(`relationships.${link.relationship}`)}
      checked={link.adult_basis === 'student_consent'}
      onCheckedChange={(allow) => attempt(() => consent({ params, body: { allow } }))}
    />
  );
}

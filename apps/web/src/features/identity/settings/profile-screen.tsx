'use client';
import type { Me } from '@k12/contracts/identity/me';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Section } from '@k12/ui/card';
import { Combobox } from '@k12/ui/combobox';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FormFailures } from '@/lib/forms/form-failures.tsx';
import { localeNames, locales } from '@/lib/locales.ts';
import { zoneOfSchools } from '@/lib/own-time-zone.ts';
import { useSession } from '@/lib/session-context.tsx';
import { OwnGuardians } from '../guardians/own-guardians.tsx';
import { RedeemCode } from '../guardians/redeem-code.tsx';
import { OwnPicture } from './own-picture.tsx';
import { SavedState } from './saved-state.tsx';
import { SettingsFrame } from './settings-frame.tsx';
import { type ProfileValues, useProfile } from './use-profile.ts';

export function ProfileScreen() {
  const { me } = useSession();
  const profile = useProfile(me.user);
  return (
    <SettingsFrame current="profile">
      <form onSubmit={profile.submit} noValidate className="grid max-w-form gap-5">
        <Conflict newest={profile.newest} onTake={profile.takeNewest} onKeep={profile.keepMine} />
        <FormFailures failure={profile.failure} />
        <OwnPicture />
        <SchoolKeeps />
        <OwnFields values={profile.values} errors={profile.failure?.fields ?? {}} onChange={profile.change} />
        <SaveLine sending={profile.sending} savedAt={profile.savedAt} />
      </form>
      {me.impersonation === null && <Family />}
    </SettingsFrame>
  );
}

/** For a student of age who keeps access; for everybody else the way to a child by a code of the school. */
function Family() {
  const { me } = useSession();
  const t = useTranslations('guardians.redeem');
  if (me.roles.includes('student')) return <OwnGuardians />;
  return (
    <Section title={t('section')} className="max-w-form border-line border-t pt-6">
      <p className="text-ink-2">{t('sectionText')}</p>
      <div>
        <RedeemCode />
      </div>
    </Section>
  );
}

function SaveLine({ sending, savedAt }: { sending: boolean; savedAt: Date | null }) {
  const t = useTranslations('common');
  return (
    <div className="flex items-center gap-4">
      <Button type="submit" variant="primary" loading={sending}>
        {t('save')}
      </Button>
      <SavedState at={savedAt} />
    </div>
  );
}

/** What the school's records say; only the school changes it (IDN-75). */
function SchoolKeeps() {
  const { me } = useSession();
  const t = useTranslations('settings.profile');
  const { given_name, family_name, email, username } = me.user;
  return (
    <div className="grid gap-2 border-b border-line pb-5">
      <dl className="grid gap-x-6 gap-y-2 tablet:grid-cols-2">
        <Kept label={t('officialName')} value={`${given_name} ${family_name}`.trim()} />
        <Kept label={email ? t('email') : t('username')} value={email ?? username ?? ''} />
      </dl>
      <p className="text-small text-ink-3">{t('keptBySchool')}</p>
    </div>
  );
}

function Kept({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-small font-medium text-ink-2">{label}</dt>
      <dd className="[overflow-wrap:anywhere]">
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}

interface FieldsProps {
  values: ProfileValues;
  errors: Record<string, string>;
  onChange: (changes: Partial<ProfileValues>) => void;
}

function OwnFields({ values, errors, onChange }: FieldsProps) {
  const { me } = useSession();
  const t = useTranslations('settings.profile');
  const zones = useMemo(
    () =>
      Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
    [],
  );
  const languages = locales.map((value) => ({ value, label: localeNames[value] }));
  return (
    <>
      <TextField
        id="preferred_name"
        label={t('preferredName')}
        hint={t('preferredNameHint')}
        error={errors.preferred_name}
        autoComplete="nickname"
        value={values.preferred_name}
        onChange={(event) => onChange({ preferred_name: event.target.value })}
      />
      <TextField
        id="pronounced_as"
        label={t('pronouncedAs')}
        hint={t('pronouncedAsHint')}
        error={errors.pronounced_as}
        autoComplete="off"
        value={values.pronounced_as}
        onChange={(event) => onChange({ pronounced_as: event.target.value })}
      />
      <TextField
        id="pronouns"
        label={t('pronouns')}
        error={errors.pronouns}
        autoComplete="off"
        value={values.pronouns}
        onChange={(event) => onChange({ pronouns: event.target.value })}
      />
      <SelectField
        id="locale"
        label={t('language')}
        placeholder={t('asOrganisation', { value: localeNames[me.tenant.locale] })}
        options={languages}
        value={values.locale}
        onValueChange={(locale) => onChange({ locale })}
      />
      <Combobox
        id="time_zone"
        label={t('timeZone')}
        hint={t('timeZoneHint', { value: zoneOfSchools(me).replaceAll('_', ' ') })}
        error={errors.time_zone}
        options={zones}
        clearable
        value={values.time_zone || null}
        onValueChange={(zone) => onChange({ time_zone: zone ?? '' })}
      />
    </>
  );
}

interface ConflictProps {
  newest: Me | null;
  onTake: () => void;
  onKeep: () => void;
}

/** Changed in another tab or by the school meanwhile: nothing is lost, the person decides. */
function Conflict({ newest, onTake, onKeep }: ConflictProps) {
  const t = useTranslations('settings.profile');
  if (!newest) return null;
  return (
    <Banner
      live
      tone="warn"
      title={t('conflictTitle')}
      actions={
        <>
          <Button size="small" onClick={onTake}>
            {t('takeNewest')}
          </Button>
          <Button size="small" onClick={onKeep}>
            {t('keepMine')}
          </Button>
        </>
      }
    >
      {t('conflictText')}
    </Banner>
  );
}

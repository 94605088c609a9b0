'use client';
import { ApiProblem } from '@k12/contracts/client';
import { type Me, updateMe } from '@k12/contracts/identity/me';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useChange } from '@/lib/api/hooks.ts';
import { useFieldWords } from '@/lib/forms/field-words.ts';
import { type FormFailure, formFailure } from '@/lib/forms/problem-errors.ts';
import { useUnsavedGuard } from '@/lib/forms/unsaved-guard.ts';
import { isLocale } from '@/lib/locales.ts';

export interface ProfileValues {
  preferred_name: string;
  pronouns: string;
  pronounced_as: string;
  locale: string;
  time_zone: string;
}

const fieldNames = ['preferred_name', 'pronouns', 'pronounced_as', 'locale', 'time_zone'] as const;

/** The reply holds the name as it is shown; without the family name it is what the person is called. */
function valuesOf({
  display_name,
  given_name,
  family_name,
  pronouns,
  pronounced_as,
  locale,
  time_zone,
}: Me['user']): ProfileValues {
  const called = withoutFamily(display_name, family_name);
  return {
    preferred_name: called === given_name ? '' : called,
    pronouns: pronouns ?? '',
    pronounced_as: pronounced_as ?? '',
    locale: locale ?? '',
    time_zone: time_zone ?? '',
  };
}

/** The family part stands last, first in some scripts, or nowhere (UXP-96). */
function withoutFamily(shown: string, family: string): string {
  if (family === '') return shown;
  if (shown.endsWith(family)) return shown.slice(0, -family.length).trim();
  return shown.startsWith(family) ? shown.slice(family.length).trim() : '';
}

function bodyOf(values: ProfileValues, lock_version: number) {
  return {
    lock_version,
    preferred_name: values.preferred_name.trim() || null,
    pronouns: values.pronouns.trim() || null,
    pronounced_as: values.pronounced_as.trim() || null,
    locale: isLocale(values.locale) ? values.locale : null,
    time_zone: values.time_zone || null,
  };
}

export function useProfile(user: Me['user']) {
  const t = useTranslations('session');
  const router = useRouter();
  const update = useChange(updateMe, ownRecord);
  const [saved, setSaved] = useState(user);
  const [values, setValues] = useState(() => valuesOf(user));
  const [newest, setNewest] = useState<Me | null>(null);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [sending, setSending] = useState(false);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const isDirty = JSON.stringify(values) !== JSON.stringify(valuesOf(saved));
  useUnsavedGuard(isDirty);

  const accept = (reply: Me) => {
    setSaved(reply.user);
    setValues(valuesOf(reply.user));
    setNewest(null);
  };
  const words = useFieldWords();
  const send = async (lock_version: number) => {
    if (sending) return;
    setSending(true);
    setFailure(null);
    try {
      accept(await update({ body: bodyOf(values, lock_version) }));
      setSavedAt(new Date());
      // The language of the whole page may have changed.
      router.refresh();
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'version_conflict')
        setNewest(error.problem.current as Me);
      else
        setFailure(
          formFailure(error, fieldNames, t('network'), (fault, name) =>
            words(fault, !values[name as keyof ProfileValues]),
          ),
        );
    } finally {
      setSending(false);
    }
  };
  return {
    values,
    newest,
    failure,
    sending,
    savedAt: isDirty ? null : savedAt,
    change: (changes: Partial<ProfileValues>) => setValues((before) => ({ ...before, ...changes })),
    takeNewest: () => newest && accept(newest),
    keepMine: () => newest && send(newest.user.lock_version),
    submit: (event: FormEvent) => {
      event.preventDefault();
      return send(saved.lock_version);
    },
  };
}

const ownRecord = ['me.'];

'use client';
import { ApiProblem } from '@k12/contracts/client';
import { getUser, type User, updateUser } from '@k12/contracts/identity/users';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { submitOnControlEnter } from '@/lib/forms/control-enter.ts';
import { useFieldWords } from '@/lib/forms/field-words.ts';
import { type FormFailure, formFailure } from '@/lib/forms/problem-errors.ts';

export const editFields = [
  'given_name',
  'family_name',
  'preferred_name',
  'pronounced_as',
  'pronouns',
  'email',
  'username',
  'student_number',
  'staff_number',
  'external_id',
  'birth_on',
] as const;
export type EditField = (typeof editFields)[number];
type Values = Record<EditField, string>;

/** A field that somebody else changed to another value than the one typed here. */
export interface Conflict {
  field: EditField;
  mine: string;
  theirs: string;
}

function valuesOf(user: User): Values {
  const known = { ...user, ...user.contact, ...user.restricted } as Record<string, unknown>;
  return Object.fromEntries(editFields.map((name) => [name, String(known[name] ?? '')])) as Values;
}

function changedFields(base: Values, values: Values): EditField[] {
  return editFields.filter((name) => values[name] !== base[name]);
}

/**
 * Sends only what was changed. When somebody saved in between, changes of different fields are put together; for the
 * same field both values are shown and the person decides (UXP-34).
 */
export function usePersonEdit(user: User, onDone: () => void) {
  const t = useTranslations('session');
  const update = useChange(updateUser);
  const [base, setBase] = useState(user);
  const [values, setValues] = useState(() => valuesOf(user));
  const [conflicts, setConflicts] = useState<Conflict[]>([]);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [sending, setSending] = useState(false);

  const save = async (from: User, wanted: Values): Promise<void> => {
    const changed = changedFields(valuesOf(from), wanted);
    if (changed.length > 0) {
      // No family part is the empty one; of everything else nothing is known.
      const none = (name: EditField) => (name === 'family_name' ? '' : null);
      const body = Object.fromEntries(changed.map((name) => [name, wanted[name].trim() || none(name)]));
      await update({ params: { id: user.id }, body: { ...body, lock_version: from.lock_version } });
    }
    onDone();
  };

  const reconcile = async (): Promise<void> => {
    const latest = await callApi(getUser, { params: { id: user.id } });
    const before = valuesOf(base);
    const theirs = valuesOf(latest);
    const mine = changedFields(before, values);
    const open = mine.filter((name) => theirs[name] !== before[name] && theirs[name] !== values[name]);
    const merged = { ...theirs, ...Object.fromEntries(mine.map((name) => [name, values[name]])) };
    setBase(latest);
    setValues(merged);
    setConflicts(open.map((field) => ({ field, mine: values[field], theirs: theirs[field] })));
    if (open.length === 0) await save(latest, merged);
  };

  const words = useFieldWords();
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setFailure(null);
    try {
      await save(base, values).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.code === 'version_conflict') return reconcile();
        throw error;
      });
    } catch (error) {
      setFailure(
        formFailure(error, editFields, t('network'), (fault, name) =>
          words(fault, !values[name as EditField]),
        ),
      );
    } finally {
      setSending(false);
    }
  };
  const change = (name: EditField, value: string) => setValues((now) => ({ ...now, [name]: value }));
  const changed = changedFields(valuesOf(base), values).length > 0;
  const props = { onSubmit, onKeyDown: submitOnControlEnter, noValidate: true };
  return { values, change, conflicts, failure, sending, changed, props };
}

'use client';
import { listUsers } from '@k12/contracts/identity/users';
import { createSubstitution } from '@k12/contracts/planning/substitutions';
import { listCourses } from '@k12/contracts/teaching/courses';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { DateField } from '@k12/ui/date-field';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { type PersonOption, SearchPicker } from '@k12/ui/person-picker';
import { TextArea } from '@k12/ui/text-area';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard } from '@/lib/forms/unsaved-guard.ts';

async function findStaff(query: string, signal: AbortSignal): Promise<PersonOption[]> {
  if (query.trim().length < 2) return [];
  const { data } = await callApi(
    listUsers,
    { query: { q: query, role: 'teacher', limit: 8 } },
    {
      signal,
    },
  );
  return data.map(({ id, display_name }) => ({ value: id, label: display_name }));
}

/** Days, sections and who: with nobody named, the link opens for every teacher of the school (PLN-126, PLN-191). */
export function GiveCover({ day, onClose }: { day: string; onClose: (id?: string) => void }) {
  const t = useTranslations('planning-substitutes');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const courses = useApi(listCourses, { query: { mine: 'true', limit: 100 } });
  const sections = (courses.data?.data ?? []).flatMap((course) =>
    course.sections.map(({ id, name }) => ({ id, label: `${course.name} · ${name}` })),
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [who, setWho] = useState<PersonOption | null>(null);
  const create = useChange(createSubstitution);
  const form = useRecordForm({
    values: { starts_on: day, ends_on: day, note: '' },
    send: async (body, headers) => {
      const section_ids = sections.flatMap(({ id }) => (left.has(id) ? [] : [id]));
      const given = { ...body, section_ids, substitute_id: who?.value ?? null };
      onClose((await create({ body: given }, headers)).id);
    },
  });
  const close = useCloseGuard(form.dirty, () => onClose());
  return (
    <Dialog
      open
      title={t('give')}
      description={t('giveText')}
      onOpenChange={(open) => !open && close()}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button
            type="submit"
            form={form.id}
            variant="primary"
            loading={form.sending}
            disabled={sections.length === left.size}
          >
            {t('giveAction')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <div className="grid gap-4 tablet:grid-cols-2">
          <DateField {...form.field('starts_on', { label: t('from'), required: true })} />
          <DateField {...form.field('ends_on', { label: t('to'), required: true })} />
        </div>
        <SearchPicker
          label={t('who')}
          hint={t('whoHint')}
          search={findStaff}
          value={who}
          onValueChange={setWho}
          empty={t('nobody')}
        />
        <fieldset className="grid gap-2">
          <legend className="mb-1 text-small font-semibold">{t('sections')}</legend>
          {sections.map(({ id, label }) => (
            <Checkbox
              key={id}
              label={<bdi>{label}</bdi>}
              checked={!left.has(id)}
              onCheckedChange={(checked) => {
                const next = new Set(left);
                if (checked) next.delete(id);
                else next.add(id);
                setLeft(next);
              }}
            />
          ))}
          {courses.data && sections.length === 0 && <p className="text-ink-3">{t('noSections')}</p>}
        </fieldset>
        <TextArea {...form.field('note', { label: t('note') })} rows={3} dir="auto" maxLength={2000} />
      </form>
    </Dialog>
  );
}

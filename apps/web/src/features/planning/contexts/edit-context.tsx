'use client';
import { listUsers } from '@k12/contracts/identity/users';
import {
  ContextKind,
  createContext,
  type PlanningContext,
  updateContext,
} from '@k12/contracts/planning/contexts';
import { listCourses } from '@k12/contracts/teaching/courses';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { FormErrorSummary } from '@k12/ui/form-error-summary';
import { type PersonOption, SearchMultiPicker } from '@k12/ui/person-picker';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useRecordForm } from '@/lib/forms/record-form.ts';
import { useCloseGuard } from '@/lib/forms/unsaved-guard.ts';
import { useSession } from '@/lib/session-context.tsx';

async function findPeople(query: string, signal: AbortSignal): Promise<PersonOption[]> {
  if (query.trim().length < 2) return [];
  const { data } = await callApi(listUsers, { query: { q: query, limit: 8 } }, { signal });
  return data.map(({ id, display_name }) => ({ value: id, label: display_name }));
}

async function findCourses(query: string, signal: AbortSignal): Promise<PersonOption[]> {
  const request = { query: { ...(query.trim() && { q: query.trim() }), limit: 12 } };
  const { data } = await callApi(listCourses, request, { signal });
  return data.map(({ id, name }) => ({ value: id, label: name }));
}

interface Props {
  /** A new one without it. */
  context?: PlanningContext;
  onClose: (saved?: PlanningContext) => void;
}

/** Name, kind, who belongs to it and which courses it plans for. */
export function EditContext({ context, onClose }: Props) {
  const t = useTranslations('planning-contexts');
  const tc = useTranslations('common');
  const te = useTranslations('errors');
  const kinds = useKinds();
  const [people, setPeople] = useState<PersonOption[]>(
    (context?.members ?? []).map(({ id, display_name }) => ({ value: id, label: display_name })),
  );
  const [courses, setCourses] = useState<PersonOption[]>(
    (context?.courses ?? []).map(({ id, name }) => ({ value: id, label: name })),
  );
  const create = useChange(createContext);
  const update = useChange(updateContext);
  const form = useRecordForm({
    values: { name: context?.name ?? '', kind: context?.kind ?? ('grade_team' as ContextKind) },
    send: async (body, headers) => {
      const given = {
        ...body,
        member_ids: people.map(({ value }) => value),
        course_ids: courses.map(({ value }) => value),
      };
      if (!context) return onClose(await create({ body: given }, headers));
      const { id, lock_version } = context;
      onClose(await update({ params: { id }, body: { ...given, lock_version } }, headers));
    },
  });
  const close = useCloseGuard(form.dirty, () => onClose());
  return (
    <Dialog
      open
      title={t(context ? 'edit' : 'new')}
      description={t('editText')}
      onOpenChange={(open) => !open && close()}
      footer={
        <>
          <Button onClick={close}>{tc('cancel')}</Button>
          <Button type="submit" form={form.id} variant="primary" loading={form.sending}>
            {t(context ? 'save' : 'create')}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-4">
        <FormErrorSummary title={te('check', { count: form.failures.length })} errors={form.failures} />
        <TextField
          {...form.field('name', { label: t('name'), required: true, maxLength: 120 })}
          autoComplete="off"
          dir="auto"
        />
        <SelectField
          {...form.field('kind', { label: t('kind'), required: true })}
          options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <SearchMultiPicker
          label={t('people')}
          search={findPeople}
          values={people}
          onValuesChange={setPeople}
          empty={t('nobody')}
        />
        <SearchMultiPicker
          label={t('courses')}
          search={findCourses}
          values={courses}
          onValuesChange={setCourses}
          empty={t('noCourse')}
        />
      </form>
    </Dialog>
  );
}

/** What speaks for the school is for those who lead it. */
function useKinds(): ContextKind[] {
  const { me } = useSession();
  const reaches = me.capabilities['unit_plans.update'] ?? [];
  const leads = reaches.includes('tenant') || reaches.includes('school');
  return ContextKind.options.filter((kind) => leads || (kind !== 'programme' && kind !== 'school_wide'));
}

'use client';
import { getCourse } from '@k12/contracts/teaching/courses';
import type { CourseModule } from '@k12/contracts/teaching/module-records';
import { updateModule } from '@k12/contracts/teaching/modules';
import { dayOf, instantOf } from '@k12/grading/local-time';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { DateField } from '@k12/ui/date-field';
import { Drawer } from '@k12/ui/drawer';
import { MultiSelect } from '@k12/ui/multi-select';
import { TextArea } from '@k12/ui/text-area';
import { TimeField } from '@k12/ui/time-field';
import { useTimeZone, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';

interface Props {
  module: CourseModule;
  modules: readonly CourseModule[];
  onClose: () => void;
}

/** What keeps a module closed, in which order it is done, and whom it is for (TCH-21). */
export function ModuleSettings({ module, modules, onClose }: Props) {
  const t = useTranslations('teaching-modules');
  const zone = useTimeZone() ?? 'UTC';
  const form = useId();
  const attempt = useAttempt();
  const update = useChange(updateModule, ['modules.']);
  const { data: course } = useApi(getCourse, { params: { id: module.course_id } });
  const [draft, setDraft] = useState(() => ({
    description: module.description,
    day: module.unlock_at ? dayOf(zone, module.unlock_at) : '',
    time: module.unlock_at ? timeOf(zone, module.unlock_at) : '08:00',
    is_sequential: module.is_sequential,
    section_ids: module.section_ids,
    prerequisite_ids: module.prerequisite_ids,
  }));
  const put = (fields: Partial<typeof draft>) => setDraft({ ...draft, ...fields });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { day, time, ...fields } = draft;
    const unlock_at = day ? new Date(instantOf(zone, day, time)).toISOString() : null;
    const body = { ...fields, unlock_at, lock_version: module.lock_version };
    if (await attempt(() => update({ params: { id: module.id }, body }))) onClose();
  };
  return (
    <Drawer
      open
      title={t('settings')}
      description={<bdi>{module.title}</bdi>}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} className="grid gap-4">
        <TextArea
          label={t('description')}
          value={draft.description}
          maxLength={4000}
          onChange={(event) => put({ description: event.target.value })}
        />
        <div className="grid grid-cols-2 gap-3">
          <DateField label={t('opensOn')} value={draft.day} onValueChange={(day) => put({ day })} />
          <TimeField label={t('schedule.time')} value={draft.time} onValueChange={(time) => put({ time })} />
        </div>
        <MultiSelect
          label={t('prerequisites')}
          values={draft.prerequisite_ids}
          onValuesChange={(prerequisite_ids) => put({ prerequisite_ids })}
          options={modules
            .filter(({ id }) => id !== module.id)
            .map(({ id, title }) => ({ value: id, label: title }))}
        />
        <Checkbox
          label={t('sequential')}
          checked={draft.is_sequential}
          onCheckedChange={(is_sequential) => put({ is_sequential })}
        />
        <MultiSelect
          label={t('sections')}
          hint={t('sectionsHint')}
          values={draft.section_ids}
          onValuesChange={(section_ids) => put({ section_ids })}
          options={(course?.sections ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </form>
    </Drawer>
  );
}

function timeOf(timeZone: string, instant: string): string {
  const parts = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', parts).format(new Date(instant));
}

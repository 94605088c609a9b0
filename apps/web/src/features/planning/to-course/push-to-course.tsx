'use client';
import { listCourses } from '@k12/contracts/teaching/courses';
import { listModules } from '@k12/contracts/teaching/modules';
import { listPushableItems, pushToCourse } from '@k12/contracts/teaching/unit-modules';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { PushItems } from './push-items.tsx';

const newModule = 'new';

/** From a published unit into a course in one step: which course, which module, which items, with their dates (PLN-57). */
export function PushToCourse({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const t = useTranslations('planning-to-course');
  const tc = useTranslations('common');
  const courses = useApi(listCourses, { query: { mine: 'true', limit: 100 } });
  const open = (courses.data?.data ?? []).filter((course) => course.state !== 'archived' && course.can.plan);
  const [chosen, setCourse] = useState<string | null>(null);
  const courseId = chosen ?? open[0]?.id ?? null;
  return (
    <Dialog open title={t('title')} description={t('text')} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <div className="grid gap-4">
        {courses.data && open.length === 0 ? (
          <p className="text-ink-3">{t('noCourses')}</p>
        ) : (
          <SelectField
            label={t('course')}
            value={courseId ?? ''}
            onValueChange={setCourse}
            options={open.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {courseId && <Choose key={courseId} unitId={unitId} courseId={courseId} onClose={onClose} />}
        {!courseId && (
          <Button className="w-fit" onClick={onClose}>
            {tc('cancel')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Choose({ unitId, courseId, onClose }: { unitId: string; courseId: string; onClose: () => void }) {
  const t = useTranslations('planning-to-course');
  const tc = useTranslations('common');
  const router = useRouter();
  const attempt = useAttempt();
  const push = useChange(pushToCourse, ['modules.', 'unit_plans.']);
  const offer = useApi(listPushableItems, { params: { id: unitId }, query: { course_id: courseId } });
  const modules = useApi(listModules, { params: { id: courseId }, query: {} });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [where, setWhere] = useState<string | null>(null);
  const [withDates, setWithDates] = useState(true);
  const [busy, setBusy] = useState(false);
  if (!offer.data || !modules.data) return offer.error ? <p role="alert">{t('failed')}</p> : null;
  const { items, module_id } = offer.data;
  const keys = items.flatMap(({ key }) => (left.has(key) ? [] : [key]));
  const target = where ?? module_id ?? newModule;
  const send = async () => {
    setBusy(true);
    const body = {
      course_id: courseId,
      keys,
      with_dates: withDates,
      module_id: target === newModule ? null : target,
    };
    const done = await attempt(() => push({ params: { id: unitId }, body }), { done: t('done') });
    setBusy(false);
    if (!done) return;
    onClose();
    router.push(paths.courseModules(courseId));
  };
  const options = modules.data.data.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <SelectField
        label={t('module')}
        value={target}
        onValueChange={setWhere}
        options={module_id ? options : [{ value: newModule, label: t('newModule') }, ...options]}
      />
      <PushItems items={items} left={left} onLeftChange={setLeft} />
      <Checkbox label={t('withDates')} checked={withDates} onCheckedChange={setWithDates} />
      <p className="text-small text-ink-3">{t('hidden')}</p>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{tc('cancel')}</Button>
        <Button variant="primary" loading={busy} disabled={keys.length === 0} onClick={() => void send()}>
          {t('push', { count: keys.length })}
        </Button>
      </div>
    </>
  );
}

'use client';
import { listAcademicYears } from '@k12/contracts/identity/academic-years';
import type { CurriculumMap } from '@k12/contracts/planning/curriculum-map';
import { createRollover, getRollover, previewRollover } from '@k12/contracts/planning/plan-rollovers';
import { listCourses } from '@k12/contracts/teaching/courses';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RolloverItems } from './rollover-items.tsx';

const lookAgainMs = 1_500;
const views = ['curriculum_map.', 'unit_placements.', 'unit_plans.', 'lesson_sessions.', 'calendar.'];

/** The units of last year's course where they would stand this year, and then there (PLN-149). */
export function RolloverDialog({ map, onClose }: { map: CurriculumMap; onClose: () => void }) {
  const t = useTranslations('planning-map.rollover');
  const tc = useTranslations('common');
  const targets = map.rows.filter((row) => row.can.plan);
  const [to, setTo] = useState(targets[0]?.course_id ?? '');
  const [from, setFrom] = useState('');
  const [copies, setCopies] = useState(true);
  const sources = useSources(map, to);
  const body = { from_course_id: from, to_course_id: to };
  const preview = useApi(previewRollover, from && to ? { body } : null);
  const { begin, rollover, isBusy } = useRollover();
  const items = from && to ? (preview.data?.data ?? []) : [];
  const fitting = items.filter(({ becomes }) => becomes !== null).length;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('text')}
      size="large"
      footer={
        <>
          <Button onClick={onClose}>{rollover ? t('done') : tc('cancel')}</Button>
          {!rollover && (
            <Button
              variant="primary"
              loading={isBusy}
              disabled={fitting === 0}
              onClick={() => void begin({ ...body, copy_units: copies })}
            >
              {t('bring', { count: fitting })}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-4 pb-2">
        <div className="grid gap-4 tablet:grid-cols-2">
          <SelectField
            label={t('from')}
            hint={sources.length === 0 ? t('none') : undefined}
            value={from}
            disabled={rollover !== null}
            onValueChange={setFrom}
            placeholder={t('choose')}
            options={sources.map(({ id, name, year }) => ({ value: id, label: `${name} · ${year}` }))}
          />
          <SelectField
            label={t('to')}
            value={to}
            disabled={rollover !== null}
            onValueChange={setTo}
            options={targets.map(({ course_id, name }) => ({
              value: course_id,
              label: `${name} · ${map.year_name}`,
            }))}
          />
        </div>
        <Checkbox label={t('copies')} checked={copies} onCheckedChange={setCopies} />
        {preview.error && (
          <p role="alert" className="text-bad">
            {preview.error.message}
          </p>
        )}
        <RolloverItems items={items} rollover={rollover} />
      </div>
    </Dialog>
  );
}

/** Courses of the year before at the school of the course that they go to. */
function useSources(map: CurriculumMap, to: string) {
  const years = useApi(listAcademicYears, { query: { limit: 20 } });
  const target = map.rows.find(({ course_id }) => course_id === to);
  const others = (years.data?.data ?? []).filter(({ starts_on }) => starts_on < map.starts_on);
  const [latest] = others.toSorted((a, b) => b.starts_on.localeCompare(a.starts_on));
  const courses = useApi(
    listCourses,
    latest && target
      ? { query: { academic_year_id: latest.id, school_id: target.school_id, limit: 200 } }
      : null,
  );
  return (courses.data?.data ?? []).map(({ id, name }) => ({ id, name, year: latest?.name ?? '' }));
}

function useRollover() {
  const attempt = useAttempt();
  const create = useChange(createRollover, views);
  const [id, setId] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const reply = useApi(getRollover, id ? { params: { id } } : null);
  const rollover = reply.data ?? null;
  const begin = async (body: Parameters<typeof create>[0]['body']) => {
    setBusy(true);
    await attempt(async () => {
      const made = await create({ body });
      setId(made.id);
      await untilDone(made.id);
      await reply.mutate();
    });
    setBusy(false);
  };
  return { begin, rollover, isBusy };
}

async function untilDone(id: string): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    const { state } = await callApi(getRollover, { params: { id } });
    if (state === 'done') return;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
}

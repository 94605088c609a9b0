'use client';
import { copyLesson, moveLesson } from '@k12/contracts/planning/lesson-moves';
import { deleteLessonPlan, type LessonPlan, listUnitPlans } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import type { ComboOption } from '@k12/ui/combobox';
import { Dialog } from '@k12/ui/dialog';
import { SearchPicker } from '@k12/ui/person-picker';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';

const views = ['unit_plans.', 'lesson_plans.', 'lesson_sessions.', 'calendar.'];

interface Props {
  act: 'move' | 'copy';
  lesson: LessonPlan;
  unitId: string;
  onClose: () => void;
  onPlaced: (lessonId: string, unitId: string) => void;
}

/** Into which unit: a lesson that is moved keeps its past, a copy begins anew (PLN-14). */
export function LessonPlace({ act, lesson, unitId, onClose, onPlaced }: Props) {
  const t = useTranslations('planning-editor.place');
  const tc = useTranslations('common');
  const [unit, setUnit] = useState<ComboOption | null>(null);
  const [isSending, setSending] = useState(false);
  const { move, copy } = usePlacing(lesson, unitId);
  const search = (q: string, signal: AbortSignal) => findUnits(q, signal, act === 'move' ? unitId : null);
  const place = async () => {
    if (!unit) return;
    setSending(true);
    const placed = await (act === 'move' ? move(unit) : copy(unit));
    setSending(false);
    if (!placed) return;
    onClose();
    onPlaced(placed, unit.value);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${act}Title`, { title: lesson.title })}
      description={t(`${act}Text`)}
      footer={
        <>
          <Button onClick={onClose}>{tc('cancel')}</Button>
          <Button variant="primary" disabled={!unit} loading={isSending} onClick={() => void place()}>
            {t(`${act}Action`)}
          </Button>
        </>
      }
    >
      <div className="pb-2">
        <SearchPicker
          label={t('unit')}
          hint={t('unitHint')}
          search={search}
          value={unit}
          onValueChange={setUnit}
          empty={t('noUnit')}
        />
      </div>
    </Dialog>
  );
}

/** Units whose lessons one may change. */
async function findUnits(q: string, signal: AbortSignal, without: string | null): Promise<ComboOption[]> {
  const query = { limit: 30, ...(q.trim() && { q: q.trim() }) };
  const { data } = await callApi(listUnitPlans, { query }, { signal });
  return data
    .filter(({ id, can }) => can.update && id !== without)
    .map(({ id, title, course_name }) => ({
      value: id,
      label: title,
      ...(course_name && { hint: course_name }),
    }));
}

/** Both say where the lesson went and can be taken back. */
function usePlacing(lesson: LessonPlan, unitId: string) {
  const t = useTranslations('planning-editor.place');
  const attempt = useAttempt();
  const sendMove = useChange(moveLesson, views);
  const sendCopy = useChange(copyLesson, views);
  const remove = useChange(deleteLessonPlan, views);
  const params = { id: lesson.id };
  const move = async ({ value, label }: ComboOption) => {
    const back = { unit_plan_id: unitId, ...(lesson.position !== null && { position: lesson.position }) };
    const isDone = await attempt(() => sendMove({ params, body: { unit_plan_id: value } }), {
      done: t('moved', { unit: label }),
      undo: () => sendMove({ params, body: back }),
    });
    return isDone ? lesson.id : null;
  };
  const copy = async ({ value, label }: ComboOption) => {
    let made: string | null = null;
    await attempt(
      async () => {
        made = (await sendCopy({ params, body: { unit_plan_id: value } })).id;
      },
      {
        done: t('copied', { unit: label }),
        undo: async () => made && remove({ params: { id: made }, query: {} }),
      },
    );
    return made;
  };
  return { move, copy };
}

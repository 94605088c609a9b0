'use client';
import {
  listImprovements,
  type PlanImprovement,
  updateImprovement,
} from '@k12/contracts/planning/plan-rollovers';
import { Checkbox } from '@k12/ui/checkbox';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';

/** What was noted when these lessons were taught last year, to tick off while planning (PLN-192). */
export function Improvements({ unitId, canEdit }: { unitId: string; canEdit: boolean }) {
  const t = useTranslations('planning-editor.improvements');
  const notes = useApi(listImprovements, { params: { id: unitId } });
  const data = notes.data?.data ?? [];
  if (data.length === 0) return null;
  return (
    <section aria-label={t('title')} className="mt-5 rounded-card border border-line bg-raised p-4">
      <h2 className="mb-2 font-semibold text-ink-2 text-small">{t('title')}</h2>
      <ul className="grid gap-2">
        {data.map((note) => (
          <Note key={note.id} note={note} canEdit={canEdit} />
        ))}
      </ul>
    </section>
  );
}

function Note({ note, canEdit }: { note: PlanImprovement; canEdit: boolean }) {
  const t = useTranslations('planning-editor.improvements');
  const dates = useDates();
  const attempt = useAttempt();
  const update = useChange(updateImprovement);
  return (
    <li>
      <Checkbox
        label={note.note}
        checked={note.done_at !== null}
        disabled={!canEdit}
        onCheckedChange={(done) => void attempt(() => update({ params: { id: note.id }, body: { done } }))}
      />
      <p className="ps-7 text-ink-3 text-mini">
        {t('from', { lesson: note.lesson_title, day: dates.day(note.taught_on) })}
      </p>
    </li>
  );
}

'use client';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { type PlanPreview, previewUnit, publishUnit, submitUnit } from '@k12/contracts/planning/transitions';
import { Button } from '@k12/ui/button';
import { Dialog } from '@k12/ui/dialog';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { usePageActions } from '@/shell/page-actions.ts';
import { usePackWords } from '../../pack-words.ts';
import { useEditor } from '../editor-context.tsx';

type Warnings = PlanPreview['warnings'];

/** The one thing to do next: publish, or hand in where somebody approves first; what is missing is said before. */
export function PublishButton({ unit }: { unit: UnitPlan }) {
  const t = useTranslations('planning-editor');
  const [missing, setMissing] = useState<Warnings | null>(null);
  const [isBusy, setBusy] = useState(false);
  const publish = usePublish(unit, setMissing);
  const press = useCallback(async () => {
    setBusy(true);
    await publish();
    setBusy(false);
  }, [publish]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.shiftKey || event.code !== 'KeyP') return;
      event.preventDefault();
      void press();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [press]);
  const isNext = unit.state !== 'submitted' && unit.state !== 'archived';
  const hasNews = unit.state !== 'published' || unit.draft_ahead;
  const publishes = unit.can.publish && (!unit.needs_approval || unit.state === 'approved');
  const isOffered = isNext && hasNews && (unit.can.publish || unit.can.update);
  const label = t(publishes ? 'publish' : 'submit');
  usePageActions(
    isOffered ? [{ key: 'publish', label, hint: unit.title, shortcut: 'Alt P', run: press }] : [],
  );
  if (!isOffered) return null;
  return (
    <>
      <Button variant="primary" loading={isBusy} aria-keyshortcuts="Alt+P" onClick={() => void press()}>
        {label}
      </Button>
      {missing && <MissingDialog warnings={missing} onClose={() => setMissing(null)} />}
    </>
  );
}

function usePublish(unit: UnitPlan, showMissing: (warnings: Warnings) => void) {
  const t = useTranslations('planning-editor');
  const attempt = useAttempt();
  const { finish } = useEditor();
  const publish = useChange(publishUnit, ['unit_plans.', 'lesson_plans.']);
  const submit = useChange(submitUnit, ['unit_plans.', 'approvals.']);
  const params = { id: unit.id };
  return async () => {
    await finish();
    await attempt(async () => {
      const { warnings, can } = await callApi(previewUnit, { params });
      const blocking = warnings.filter(({ blocks }) => blocks);
      if (blocking.length > 0) return showMissing(blocking);
      const done = can.publish ? 'published' : 'submitted';
      if (can.publish) await publish({ params, body: {} });
      else await submit({ params, body: {} });
      await attempt(async () => {}, { done: t(done, { title: unit.title }) });
    });
  };
}

/** Each missing section, and the way there. */
function MissingDialog({ warnings, onClose }: { warnings: Warnings; onClose: () => void }) {
  const t = useTranslations('planning-editor');
  const words = usePackWords();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('missingTitle')}
      description={t('missingText')}
      footer={<Button onClick={onClose}>{t('goOn')}</Button>}
    >
      <ul className="grid gap-1 pb-2">
        {warnings.map(({ code, path, label }) => (
          <li key={`${code}${path}`}>
            <a
              href={path ? `#section-${path.split('/')[1]}` : '#main'}
              onClick={onClose}
              className="text-board underline underline-offset-3"
            >
              {words(label) || t(`warnings.${code}`)}
            </a>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

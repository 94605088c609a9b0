'use client';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { type PlanPreview, previewUnit } from '@k12/contracts/planning/transitions';
import { Button } from '@k12/ui/button';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { usePageActions } from '@/shell/page-actions.ts';
import { useEditor } from '../editor-context.tsx';

const PublishDialog = dynamic(
  loaded(() => import('../../publishing/publish-dialog.tsx').then((module) => module.PublishDialog)),
  { loading: nothingYet },
);

const MissingDialog = dynamic(
  loaded(() => import('../../publishing/missing-dialog.tsx').then((module) => module.MissingDialog)),
  { loading: nothingYet },
);

/** The one thing to do next: publish, or hand in where somebody approves first; what it does is said before. */
export function PublishButton({ unit }: { unit: UnitPlan }) {
  const t = useTranslations('planning-editor');
  const [preview, setPreview] = useState<PlanPreview | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ask = usePreview(unit, setPreview);
  const isNext = unit.state !== 'submitted' && unit.state !== 'archived';
  const hasNews = unit.state !== 'published' || unit.draft_ahead;
  const publishes = unit.can.publish && (!unit.needs_approval || unit.state === 'approved');
  const isOffered = isNext && hasNews && (unit.can.publish || unit.can.update);
  const press = useCallback(async () => {
    setBusy(true);
    await ask();
    setBusy(false);
  }, [ask]);
  useEffect(() => {
    if (!isOffered) return;
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.shiftKey || event.code !== 'KeyP') return;
      event.preventDefault();
      void press();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [press, isOffered]);
  const label = t(publishes ? 'publish' : 'submit');
  usePageActions(
    isOffered ? [{ key: 'publish', label, hint: unit.title, shortcut: 'Alt P', run: press }] : [],
  );
  const close = () => setPreview(null);
  const blocking = preview?.warnings.filter(({ blocks }) => blocks) ?? [];
  return (
    <>
      {isOffered && (
        <Button variant="primary" loading={isBusy} aria-keyshortcuts="Alt+P" onClick={() => void press()}>
          {label}
        </Button>
      )}
      {blocking.length > 0 && <MissingDialog warnings={blocking} onClose={close} />}
      {preview && blocking.length === 0 && <PublishDialog unit={unit} preview={preview} onClose={close} />}
    </>
  );
}

/** What was typed last is saved first, so that the preview speaks of it. */
function usePreview(unit: UnitPlan, show: (preview: PlanPreview) => void) {
  const attempt = useAttempt();
  const { finish } = useEditor();
  return async () => {
    await finish();
    await attempt(async () => show(await callApi(previewUnit, { params: { id: unit.id } })));
  };
}

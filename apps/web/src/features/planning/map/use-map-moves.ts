'use client';
import { ApiProblem } from '@k12/contracts/client';
import type { CurriculumMap } from '@k12/contracts/planning/curriculum-map';
import { movePlacement, type PlacementMoved } from '@k12/contracts/planning/placements';
import { undoScheduleChange } from '@k12/contracts/planning/schedule-changes';
import { useToast } from '@k12/ui/toast';
import type { BarDraft } from '@k12/ui/year-board';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi } from '@/lib/api/browser.ts';
import { useChange } from '@/lib/api/hooks.ts';

export const moveModes = ['only', 'ripple', 'fill'] as const;
export type MoveMode = (typeof moveModes)[number];

const storageKey = 'homeroom.map.mode';
const previewPauseMs = 120;
const refreshes = ['curriculum_map.', 'unit_placements.', 'lesson_sessions.', 'calendar.'];

/** The last choice of what moves along is kept on this device (PLN-106). */
export function useMoveMode(): [MoveMode, (mode: MoveMode) => void] {
  const [mode, setMode] = useState<MoveMode>('only');
  useEffect(() => {
    const kept = window.localStorage.getItem(storageKey);
    const known = moveModes.find((one) => one === kept);
    if (known) setMode(known);
  }, []);
  const choose = useCallback((next: MoveMode) => {
    window.localStorage.setItem(storageKey, next);
    setMode(next);
  }, []);
  return [mode, choose];
}

/** While a bar is held its move is tried out on the server; dropped, it is saved at once and can be taken back (PLN-105). */
export function useMapMoves(map: CurriculumMap | undefined, mode: MoveMode) {
  const t = useTranslations('planning-map');
  const toast = useToast();
  const move = useChange(movePlacement, refreshes);
  const undo = useChange(undoScheduleChange, refreshes);
  const [draft, setDraft] = useState<BarDraft | null>(null);
  const preview = usePreview(map, draft, mode);

  const save = async (dropped: BarDraft) => {
    const placement = map?.placements.find(({ id }) => id === dropped.key);
    if (!placement) return;
    const { startsOn: starts_on, endsOn: ends_on } = dropped.range;
    if (starts_on === placement.starts_on && ends_on === placement.ends_on) return;
    try {
      const body = { starts_on, ends_on, mode, lock_version: placement.lock_version };
      const moved = await move({ params: { id: placement.id }, body });
      toast.show({
        message: t('moved', {
          title: placement.title,
          units: moved.placements.length,
          lessons: moved.sessions.length,
        }),
        ...(moved.change && { action: { label: t('undo'), onPress: () => takeBack(moved) } }),
      });
    } catch (error) {
      toast.show({ tone: 'bad', message: refusal(error, t) });
    }
  };
  const takeBack = async (moved: PlacementMoved) => {
    if (!moved.change) return;
    try {
      const { kept } = await undo({ params: { id: moved.change.id } });
      if (kept.length > 0) toast.show({ message: t('undoKept', { count: kept.length }) });
    } catch (error) {
      toast.show({ tone: 'bad', message: refusal(error, t) });
    }
  };
  return { draft, setDraft, save, preview };
}

function refusal(error: unknown, t: ReturnType<typeof useTranslations<'planning-map'>>): string {
  if (!(error instanceof ApiProblem)) return t('offline');
  if (error.problem.code === 'version_conflict') return t('movedByOther');
  return error.problem.errors?.[0]?.detail ?? error.message;
}

/** What the held bar would move along, asked after a short pause; older answers never show over newer ones. */
function usePreview(map: CurriculumMap | undefined, draft: BarDraft | null, mode: MoveMode) {
  const [preview, setPreview] = useState<PlacementMoved | null>(null);
  const asked = useRef(0);
  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    const placement = map?.placements.find(({ id }) => id === draft?.key);
    if (!draft || !placement) {
      setPreview(null);
      return;
    }
    const timer = setTimeout(async () => {
      const { startsOn: starts_on, endsOn: ends_on } = draft.range;
      const body = { starts_on, ends_on, mode, lock_version: placement.lock_version, dry_run: true };
      const reply = await callApi(movePlacement, { params: { id: placement.id }, body }).catch(() => null);
      if (asked.current === mine) setPreview(reply);
    }, previewPauseMs);
    return () => clearTimeout(timer);
  }, [map, draft, mode]);
  return preview;
}

'use client';
import { listAlignments, type StandardAlignment } from '@k12/contracts/planning/alignments';
import type { LessonPlan } from '@k12/contracts/planning/plans';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { PicturesOfPlan } from './rich-text/picture-address.ts';

/** What belongs to the plan and is not its content, and the panel that shows it. */
export interface PlanParts {
  kind: 'unit' | 'lesson' | 'template' | 'document';
  plan_id: string;
  alignments: readonly StandardAlignment[];
  /** False until the alignments have come. */
  knowsAlignments: boolean;
  lessons: readonly LessonPlan[];
  /** How many resources; their section says so once it has them. */
  attached: number;
  setAttached: (count: number) => void;
  part: string;
  /** Shows a part of the panel beside the plan. */
  openPart: (part: string) => void;
  /** The same, without moving the focus there: the tabs themselves have it. */
  showPart: (part: string) => void;
  isPanelOpen: boolean;
  /** Counts up each time a part is asked for, so that it can take the focus. */
  opened: number;
  setPanelOpen: (open: boolean) => void;
}

const PartsContext = createContext<PlanParts | null>(null);

interface Props {
  kind: PlanParts['kind'];
  planId: string;
  lessons: readonly LessonPlan[];
  children: ReactNode;
}

/** What each kind of plan is called where standards are aligned to it. */
export const targetTypes = {
  unit: 'unit_plan',
  lesson: 'lesson_plan',
  template: 'template',
  document: 'curriculum_document',
} as const;

export function PlanPartsProvider({ kind, planId, lessons, children }: Props) {
  const [part, setPart] = useState('standards');
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [opened, setOpened] = useState(0);
  const [attached, setAttached] = useState(0);
  const target_type = targetTypes[kind];
  const aligned = useApi(listAlignments, { query: { target_type, target_id: planId } });
  const openPart = useCallback((next: string) => {
    setPart(next);
    setPanelOpen(true);
    setOpened((times) => times + 1);
  }, []);
  const alignments = aligned.data?.data;
  const parts = useMemo<PlanParts>(
    () => ({
      kind,
      plan_id: planId,
      alignments: alignments ?? [],
      knowsAlignments: alignments !== undefined,
      lessons,
      attached,
      setAttached,
      part,
      openPart,
      showPart: setPart,
      isPanelOpen,
      opened,
      setPanelOpen,
    }),
    [kind, planId, alignments, lessons, attached, part, openPart, isPanelOpen, opened],
  );
  return (
    <PartsContext value={parts}>
      <PicturesOfPlan value={planId}>{children}</PicturesOfPlan>
    </PartsContext>
  );
}

export function usePlanParts(): PlanParts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error('A section outside of a plan');
  return parts;
}

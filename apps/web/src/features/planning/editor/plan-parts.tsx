'use client';
import { listAlignments, type StandardAlignment } from '@k12/contracts/planning/alignments';
import type { LessonPlan } from '@k12/contracts/planning/plans';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';

/** What belongs to the plan and is not its content, and the panel that shows it. */
export interface PlanParts {
  kind: 'unit' | 'lesson';
  plan_id: string;
  alignments: readonly StandardAlignment[];
  lessons: readonly LessonPlan[];
  part: string;
  /** Shows a part of the panel beside the plan. */
  openPart: (part: string) => void;
  isPanelOpen: boolean;
  setPanelOpen: (open: boolean) => void;
}

const PartsContext = createContext<PlanParts | null>(null);

interface Props {
  kind: PlanParts['kind'];
  planId: string;
  lessons: readonly LessonPlan[];
  children: ReactNode;
}

export function PlanPartsProvider({ kind, planId, lessons, children }: Props) {
  const [part, setPart] = useState('standards');
  const [isPanelOpen, setPanelOpen] = useState(false);
  const target_type = kind === 'unit' ? 'unit_plan' : 'lesson_plan';
  const aligned = useApi(listAlignments, { query: { target_type, target_id: planId } });
  const openPart = useCallback((next: string) => {
    setPart(next);
    setPanelOpen(true);
  }, []);
  const alignments = aligned.data?.data;
  const parts = useMemo<PlanParts>(
    () => ({
      kind,
      plan_id: planId,
      alignments: alignments ?? [],
      lessons,
      part,
      openPart,
      isPanelOpen,
      setPanelOpen,
    }),
    [kind, planId, alignments, lessons, part, openPart, isPanelOpen],
  );
  return <PartsContext value={parts}>{children}</PartsContext>;
}

export function usePlanParts(): PlanParts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error('A section outside of a plan');
  return parts;
}

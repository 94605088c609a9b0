'use client';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import type { Autosave } from '../autosave/autosave.ts';
import type { KeptRecord } from '../autosave/draft-wire.ts';
import { keptDifferences } from '../autosave/kept-differences.ts';
import type { PlanDocument } from '../document/plan-document.ts';
import { LeaveGuard } from '../frame/leave-guard.tsx';
import { useSaveState } from '../frame/use-autosave.ts';
import { DropSilently } from './drop-silently.tsx';
import type { LabelOf } from './said.ts';

const KeptDialog = dynamic(
  loaded(() => import('./kept-dialog.tsx').then((module) => module.KeptDialog)),
  { loading: nothingYet },
);

const ConflictDialog = dynamic(
  loaded(() => import('./conflict-dialog.tsx').then((module) => module.ConflictDialog)),
  { loading: nothingYet },
);

interface Props {
  document: PlanDocument;
  labelOf: LabelOf;
  autosave: Autosave | null;
  left: readonly KeptRecord[];
  settled: (id: string) => void;
}

/** Everything about saving that needs an answer from the person. */
export function SavingDialogs({ document, labelOf, autosave, left, settled }: Props) {
  const state = useSaveState(autosave);
  const [record] = left;
  const differs = useMemo(
    () => record !== undefined && keptDifferences(document.content(), record).length > 0,
    [document, record],
  );
  if (!autosave) return null;
  const onSettled = () => record && settled(record.id);
  return (
    <>
      <LeaveGuard autosave={autosave} />
      {state?.kind === 'conflict' && (
        <ConflictDialog
          // Chosen anew when the same fields conflict again.
          key={state.conflicts.map(({ path, at }) => path + at).join()}
          autosave={autosave}
          conflicts={state.conflicts}
          labelOf={labelOf}
        />
      )}
      {record && differs && (
        <KeptDialog key={record.id} {...{ record, document, autosave, labelOf, onSettled }} />
      )}
      {record && !differs && <DropSilently record={record} onSettled={onSettled} />}
    </>
  );
}

'use client';
import { type KeyboardEvent, useCallback } from 'react';
import type { PlanDocument } from '../document/plan-document.ts';
import { focusPath } from '../focus-path.ts';

export interface EditorActs {
  saveVersion: () => void;
  openPart: (part: string) => void;
  newLesson: () => void;
}

const parts: Record<string, string> = { KeyA: 'standards', KeyR: 'resources', KeyC: 'comments' };

/** The keys of the editor; by place on the keyboard where the letter depends on Alt (PLN-12, PLN-190). */
export function useEditorKeys(document: PlanDocument, acts: EditorActs) {
  return useCallback(
    (event: KeyboardEvent) => {
      const control = (event.ctrlKey || event.metaKey) && !event.altKey;
      const act = control
        ? controlAct(event, document, acts)
        : event.altKey && !event.ctrlKey
          ? altAct(event, acts)
          : null;
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
    [document, acts],
  );
}

function controlAct(event: KeyboardEvent, document: PlanDocument, acts: EditorActs): (() => void) | null {
  const key = event.key.toLowerCase();
  if (key === 's' && !event.shiftKey) return acts.saveVersion;
  if (key === 'h' && event.shiftKey) return () => acts.openPart('history');
  const isUndo = key === 'z' && !event.shiftKey;
  const isRedo = (key === 'z' && event.shiftKey) || key === 'y';
  if ((!isUndo && !isRedo) || isForeignField(event.target)) return null;
  return () => {
    const place = isUndo ? document.undo() : document.redo();
    if (place) focusPath(place);
  };
}

function altAct(event: KeyboardEvent, acts: EditorActs): (() => void) | null {
  if (event.shiftKey) return null;
  if (event.code === 'KeyN') return acts.newLesson;
  const part = parts[event.code];
  return part ? () => acts.openPart(part) : null;
}

/** Fields that are not of the plan's content keep their own undo. */
function isForeignField(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement) || target.closest('[data-path]')) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

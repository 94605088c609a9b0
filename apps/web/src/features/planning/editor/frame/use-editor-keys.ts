'use client';
import { useEffect } from 'react';
import type { PlanDocument } from '../document/plan-document.ts';
import { focusPath } from '../focus-path.ts';

export interface EditorActs {
  saveVersion: () => void;
  openPart: (part: string) => void;
  newLesson: () => void;
}

const parts: Record<string, string> = { KeyA: 'standards', KeyR: 'resources', KeyC: 'comments' };

/** The keys of the editor, wherever the focus is; by place on the keyboard where the letter depends on Alt (PLN-12, PLN-190). */
export function useEditorKeys(document: PlanDocument, acts: EditorActs): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest('[role=dialog]')) return;
      const act = actOf(event, document, acts);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [document, acts]);
}

function actOf(event: KeyboardEvent, document: PlanDocument, acts: EditorActs): (() => void) | null {
  if ((event.ctrlKey || event.metaKey) && !event.altKey) return controlAct(event, document, acts);
  return event.altKey && !event.ctrlKey ? altAct(event, acts) : null;
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
function isForeignField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.closest('[data-path]')) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

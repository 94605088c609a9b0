'use client';
import {
  type Annotation,
  type AnnotationPlace,
  createAnnotation,
  deleteAnnotation,
  updateAnnotation,
} from '@k12/contracts/teaching/annotations';
import type { GradedFile } from '@k12/contracts/teaching/grading';
import { useMemo, useRef, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { callApi } from '@/lib/api/browser.ts';
import { inOrder, type MarkHands, type MarkTool, type NewMark, rectAround } from '../marked-file/marks.ts';
import type { WorkSaves } from './use-work-saves.ts';

interface Given {
  file: GradedFile;
  attempt: number;
  saves: WorkSaves;
  mayMark: boolean;
}

const movePauseMs = 500;

/** The marks on one file: drawn at once, saved at once, and the list of them (TCH-74). */
export function useFileMarks({ file, attempt, saves, mayMark }: Given) {
  const run = useAttempt();
  const [tool, setTool] = useState<MarkTool | null>(null);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const { annotations, assignment_id, student } = saves.work;
  const shown = useMemo(
    () => inOrder(annotations.filter((one) => one.file_id === file.file_id && one.attempt === attempt)),
    [annotations, file.file_id, attempt],
  );
  const change = (next: (now: Annotation[]) => Annotation[]) =>
    saves.patch((now) => ({ ...now, annotations: next(now.annotations) }));
  const make = (mark: NewMark) =>
    run(async () => {
      const made = await callApi(createAnnotation, {
        params: { id: assignment_id, student_id: student.student_id },
        body: { ...mark, attempt, file_id: file.file_id },
      });
      await change((now) => [...now, made]);
      if (made.kind !== 'pen') focusSoon(`note-${made.id}`);
    });
  const erase = (id: string) =>
    run(async () => {
      await callApi(deleteAnnotation, { params: { id } });
      await change((now) => now.filter((one) => one.id !== id));
    });
  const move = (id: string, place: AnnotationPlace) => {
    void change((now) => now.map((one) => (one.id === id ? { ...one, place } : one)));
    clearTimeout(timers.current.get(id));
    timers.current.set(
      id,
      setTimeout(() => void run(() => keepPlace(id, place)), movePauseMs),
    );
  };
  const keepPlace = async (id: string, place: AnnotationPlace) => {
    const now = saves.latest().annotations.find((one) => one.id === id);
    if (!now) return;
    const saved = await callApi(updateAnnotation, {
      params: { id },
      body: { place, lock_version: now.lock_version },
    });
    await change((all) => all.map((one) => (one.id === id ? { ...saved, place: one.place } : one)));
  };
  const hands: MarkHands | undefined = mayMark
    ? {
        tool,
        onMake: make,
        onMove: move,
        onErase: erase,
        onChoose: (id) => document.getElementById(`note-${id}`)?.focus(),
      }
    : undefined;
  return {
    shown,
    numbers: new Map(shown.map(({ id }, at) => [id, at + 1])),
    hands,
    tool,
    setTool,
    /** Without a pointer: a mark on the page that is in view, to be moved by keys. */
    place: (kind: 'highlight' | 'note', page: number) => make({ kind, page, place: rectAround([0.5, 0.3]) }),
  };
}

export type FileMarks = ReturnType<typeof useFileMarks>;

/** When the list has drawn what was just made. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()));
}

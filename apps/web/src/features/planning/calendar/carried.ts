import type { DragEvent } from 'react';

/** What is being dragged over the calendar: a lesson in its meeting, or one that waits for a day. */
export type Carried =
  | { kind: 'session'; id: string; from_on: string; lock_version: number }
  | { kind: 'lesson'; lesson_plan_id: string; section_id: string };

const type = 'application/x-homeroom-calendar';

export function carry(event: DragEvent, carried: Carried): void {
  event.dataTransfer.setData(type, JSON.stringify(carried));
  event.dataTransfer.effectAllowed = 'move';
}

export function isCarried(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(type);
}

export function carriedBy(event: DragEvent): Carried | null {
  const text = event.dataTransfer.getData(type);
  return text ? (JSON.parse(text) as Carried) : null;
}

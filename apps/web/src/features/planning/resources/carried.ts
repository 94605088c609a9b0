import type { DragEvent } from 'react';

/** What a dragged row carries: ids of resources, for the folders beside the list. */
const carriedType = 'application/x-homeroom-resources';

export function carry(event: DragEvent, ids: readonly string[]): void {
  event.dataTransfer.setData(carriedType, JSON.stringify(ids));
  event.dataTransfer.effectAllowed = 'move';
}

export function carries(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(carriedType);
}

export function carriedIds(event: DragEvent): string[] {
  const words = event.dataTransfer.getData(carriedType);
  return words ? (JSON.parse(words) as string[]) : [];
}

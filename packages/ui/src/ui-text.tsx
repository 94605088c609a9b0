'use client';
import { createContext, type ReactNode, useContext, useMemo } from 'react';

/** The few words the components need on their own. The app replaces them with translations. */
const englishText = {
  required: 'required',
  optional: 'optional',
  close: 'Close',
  clear: 'Clear',
  dismiss: 'Dismiss',
  loading: 'Loading',
  more: 'More',
  less: 'Less',
  selectAll: 'Select all rows',
  selectRow: (name: string) => `Select ${name}`,
  selected: (count: number) => `${count} selected`,
  clearSelection: 'Clear selection',
  selectAllMatching: 'Select everything that matches',
  sort: 'Sort',
  ascending: (column: string) => `${column}, ascending`,
  descending: (column: string) => `${column}, descending`,
  sortBy: (column: string) => `Sort by ${column}`,
  noMatches: 'Nothing matches',
  searching: 'Searching',
  matches: (count: number) => (count === 1 ? '1 match' : `${count} matches`),
  opens: 'Open',
  opensAside: 'In a new tab',
  moreActions: 'More actions',
  back: 'Back',
  remove: (name: string) => `Remove ${name}`,
  loadMore: 'Load more',
  shown: (shown: number, total?: number) =>
    total === undefined ? `${shown} shown` : `${shown} of ${total} shown`,
  increase: 'Increase',
  decrease: 'Decrease',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  today: 'Today',
  from: 'From',
  to: 'To',
  chooseFiles: 'Choose files',
  pasteOrDrop: 'Drop, paste or choose files',
  takePhoto: 'Take a photo',
  apply: 'Apply',
  unread: (count: number) => (count === 1 ? '1 new' : `${count} new`),
  showTable: 'Show as a table',
  showChart: 'Show as a chart',
  added: 'added',
  removed: 'removed',
  moveTo: (name: string) => `Move ${name} to`,
  moved: (name: string, column: string, position: number, total: number) =>
    `${name} is now in ${column}, position ${position} of ${total}`,
  moveUp: 'Move up',
  moveDown: 'Move down',
  notifications: 'Notifications',
  messages: 'Messages',
  characterOf: (position: number, total: number) => `Character ${position} of ${total}`,
  stepOf: (position: number, total: number) => `Step ${position} of ${total}`,
  done: 'Done',
  current: 'Current',
  breadcrumbs: 'You are here',
  reveal: 'Reveal',
  hide: 'Hide',
  choose: 'Choose',
  timesOf: (zone: string) => `Times are those of ${zone}.`,
  timeUnknown: 'Not understood yet. Try “next Friday 8am” or “2026-11-27 8:00”.',
  timeSkipped: 'The clocks change then and never show this time. Choose another.',
  timeTwice: 'The clocks show this time twice. Which is meant?',
};

export type UiText = typeof englishText;

const UiTextContext = createContext<UiText>(englishText);

export function UiTextProvider({
  text,
  children,
}: {
  text?: Partial<UiText> | undefined;
  children: ReactNode;
}) {
  const merged = useMemo(() => ({ ...englishText, ...text }), [text]);
  return <UiTextContext.Provider value={merged}>{children}</UiTextContext.Provider>;
}

export function useUiText(): UiText {
  return useContext(UiTextContext);
}

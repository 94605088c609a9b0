import { addDays, startOfWeek } from '@k12/plan-content/days';

export const views = ['month', 'week', 'day', 'agenda'] as const;
export type CalendarView = (typeof views)[number];

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

export function readCalendarView(words: Record<string, string | string[] | undefined>, today: string) {
  const view = views.find((one) => one === words.view) ?? 'week';
  const day = typeof words.day === 'string' && isoDay.test(words.day) ? words.day : today;
  return { view, day };
}

const agendaDays = 28;

/** The days a view shows, both ends included; a month in whole weeks. */
export function rangeOf(view: CalendarView, day: string, firstWeekday: number): { from: string; to: string } {
  if (view === 'day') return { from: day, to: day };
  if (view === 'agenda') return { from: day, to: addDays(day, agendaDays - 1) };
  const first = view === 'week' ? day : `${day.slice(0, 7)}-01`;
  const from = startOfWeek(first, firstWeekday);
  return { from, to: addDays(from, view === 'week' ? 6 : 41) };
}

/** The day to look at after turning a page. */
export function turned(view: CalendarView, day: string, by: 1 | -1): string {
  if (view !== 'month') return addDays(day, by * (view === 'day' ? 1 : view === 'week' ? 7 : agendaDays));
  const [year = 2026, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10);
}

export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

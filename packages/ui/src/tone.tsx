/** The meaning a colour carries; never the only carrier of that meaning. */
export type Tone = 'neutral' | 'ok' | 'warn' | 'bad' | 'info' | 'board' | 'chalk';

export type Subject = 'coral' | 'amber' | 'olive' | 'leaf' | 'teal' | 'blue' | 'violet' | 'rose';

export const subjects: readonly Subject[] = [
  'coral',
  'amber',
  'olive',
  'leaf',
  'teal',
  'blue',
  'violet',
  'rose',
];

export const toneTint: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-2',
  ok: 'bg-ok-tint text-ok',
  warn: 'bg-warn-tint text-warn',
  bad: 'bg-bad-tint text-bad',
  info: 'bg-info-tint text-info',
  board: 'bg-board-tint text-board',
  chalk: 'bg-chalk-tint text-warn',
};

export const toneText: Record<Tone, string> = {
  neutral: 'text-ink-2',
  ok: 'text-ok',
  warn: 'text-warn',
  bad: 'text-bad',
  info: 'text-info',
  board: 'text-board',
  chalk: 'text-warn',
};

export function isSubject(value: string | null | undefined): value is Subject {
  return subjects.some((subject) => subject === value);
}

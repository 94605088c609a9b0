/** What is known not to conform, and the day it was written down; its words are `accessibility.gaps` (UXP-90). */
export const knownGaps = [
  { key: 'assistive', since: '2026-11-21' },
  { key: 'records', since: '2026-11-22' },
  { key: 'materials', since: '2026-11-22' },
  { key: 'readAloud', since: '2026-11-22' },
  { key: 'languages', since: '2026-11-22' },
] as const;

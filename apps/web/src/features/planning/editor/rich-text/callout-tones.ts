/** Kinds of callout, the plainest first. */
export const calloutTones = ['note', 'tip', 'caution'] as const;
export type CalloutTone = (typeof calloutTones)[number];

export function calloutTone(attrs: Record<string, unknown> | undefined): CalloutTone {
  return calloutTones.find((tone) => tone === attrs?.tone) ?? 'note';
}

import { VersionKind } from '@k12/contracts/planning/versions';

interface HistoryView {
  /** What is compared: a version number, `draft`, `published` or `source`. */
  from: string | null;
  to: string | null;
  /** Only the versions of this kind. */
  kind: VersionKind | null;
}

/** From the address, so that a comparison can be sent to a colleague (UXP-08). */
export function readHistoryView(params: Record<string, string | string[] | undefined>): HistoryView {
  const one = (name: string) => {
    const value = params[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const kind = VersionKind.options.find((option) => option === params.kind) ?? null;
  return { from: one('from'), to: one('to'), kind };
}

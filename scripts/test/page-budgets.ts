// Kilobytes of gzipped JavaScript a page may make a browser fetch at first, beyond the framework's own (UXP-106).
const ORDINARY = 170;

/** A page that may weigh more, or must weigh less, than the ordinary budget; the reason stands beside it. */
const PARTICULAR: Record<string, { kilobytes: number; reason: string }> = {};

export function budgetOf(page: string): number {
  return PARTICULAR[page]?.kilobytes ?? ORDINARY;
}

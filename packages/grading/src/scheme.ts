import { formatPlain, one, type Units, unitsOf, whole } from './decimal.ts';
import type { Decimal, GradingScheme, SchemeBand } from './types.ts';

const steps = { none: 1, tenth: one / 10, whole: one } as const;

/** The band of a percentage after the scheme's own rounding; a value on a bound takes the higher band (TCH-116). */
export function bandOf(scheme: GradingScheme, percent: Decimal): SchemeBand | null {
  const value = roundedTo(steps[scheme.rounding], unitsOf(percent));
  let best: SchemeBand | null = null;
  let bestBound = -1;
  for (const band of scheme.bands) {
    const bound = unitsOf(band.lower_bound);
    if (bound > value || bound <= bestBound) continue;
    best = band;
    bestBound = bound;
  }
  return best;
}

/** The label that a total shows; none without a total. */
export function labelOf(scheme: GradingScheme, percent: Decimal | null): string | null {
  return percent === null ? null : (bandOf(scheme, percent)?.label ?? null);
}

/** Half up, to a whole number of steps. */
function roundedTo(step: Units, value: Units): Units {
  const doubled = 2 * value + step;
  return (doubled - (doubled % (2 * step))) / 2;
}

/** The percentage that a typed letter stands for: the lower bound or the middle of its band (TCH-113). */
export function percentOfLabel(scheme: GradingScheme, label: string): Decimal | null {
  const wanted = label.toLowerCase();
  const band = scheme.bands.find((each) => each.label.toLowerCase() === wanted);
  if (!band) return null;
  const lower = unitsOf(band.lower_bound);
  if (scheme.letter_value === 'lower') return formatPlain(lower);
  return formatPlain(Math.floor((lower + upperBound(scheme, lower) + 1) / 2));
}

/** Where the next band begins; the highest band ends at 100. */
function upperBound(scheme: GradingScheme, lower: Units): Units {
  const above = scheme.bands.map(({ lower_bound }) => unitsOf(lower_bound)).filter((bound) => bound > lower);
  return above.length > 0 ? Math.min(...above) : Math.max(lower, whole);
}

/** The least percentage that gets this label, the scheme's rounding included (PPL-22). */
export function leastPercentOf({ rounding }: Pick<GradingScheme, 'rounding'>, band: SchemeBand): Decimal {
  const step = steps[rounding];
  const reached = Math.ceil(unitsOf(band.lower_bound) / step) * step;
  return formatPlain(Math.max(0, reached - Math.floor(step / 2)));
}

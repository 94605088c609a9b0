import type { LevelColor, ProficiencyLevel } from '@k12/contracts/teaching/proficiency-scales';
import { Badge } from '@k12/ui/badge';
import type { Tone } from '@k12/ui/tone';

const tones: Record<LevelColor, Tone> = {
  bad: 'bad',
  warn: 'warn',
  info: 'info',
  good: 'ok',
  best: 'board',
  plain: 'neutral',
};

export function toneOf(levels: readonly ProficiencyLevel[], level: number | null): Tone {
  const found = level === null ? undefined : levels[level];
  return found ? tones[found.color] : 'neutral';
}

interface Props {
  levels: readonly ProficiencyLevel[];
  level: number | null;
  /** What stands there without a level: never the lowest one (TCH-128). */
  nothing: string;
}

/** A level by color and by its word. */
export function LevelMark({ levels, level, nothing }: Props) {
  const found = level === null ? undefined : levels[level];
  if (!found) return <span className="text-small text-ink-2">{nothing}</span>;
  return (
    <Badge tone={toneOf(levels, level)}>
      <bdi>{found.label}</bdi>
    </Badge>
  );
}

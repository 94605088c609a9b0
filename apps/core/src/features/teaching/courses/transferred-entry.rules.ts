interface Score {
  score: string;
  points_possible: string;
}

/** The score itself where the points are the same, else as much of the points there as it was of the points here. */
export function transferredEntry({ score, points_possible }: Score, pointsThere: string | null): string {
  if (points_possible === pointsThere || Number(points_possible) === 0) return score;
  return `${score}/${points_possible}`;
}

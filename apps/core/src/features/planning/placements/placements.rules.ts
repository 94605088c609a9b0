export interface PlacementDates {
  starts_on: string;
  ends_on: string;
}

/** What nobody set by hand follows from the day. */
export function stateOn(
  placement: PlacementDates & { state: string },
  today: string,
): 'planned' | 'in_progress' | 'taught' | 'skipped' {
  if (placement.state === 'skipped' || placement.state === 'taught') return placement.state;
  if (today > placement.ends_on) return 'taught';
  return today >= placement.starts_on ? 'in_progress' : 'planned';
}

export interface VersionFacts<T> {
  follow_latest: boolean;
  pinned: T | null;
  published: T | null;
  /** Published on the last day; null while the placement is not over. */
  record: T | null;
}

/** Following the latest, a placement moves on until its last day and then stays (PLN-118). */
export function shownVersion<T>({ follow_latest, pinned, published, record }: VersionFacts<T>): T | null {
  if (!follow_latest) return pinned;
  return record ?? published;
}

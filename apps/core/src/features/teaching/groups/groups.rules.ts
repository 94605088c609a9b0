export interface Membership {
  group_id: string;
  student_id: string;
}

/** Who leaves a group and who joins one, from how it was to how it shall be. */
export function membershipChanges(before: readonly Membership[], after: readonly Membership[]) {
  const groupBefore = new Map(before.map(({ student_id, group_id }) => [student_id, group_id]));
  const groupAfter = new Map(after.map(({ student_id, group_id }) => [student_id, group_id]));
  return {
    leaving: before.filter(({ student_id, group_id }) => groupAfter.get(student_id) !== group_id),
    joining: after.filter(({ student_id, group_id }) => groupBefore.get(student_id) !== group_id),
  };
}

/** Deals students out evenly: sizes differ by one at most. `order` gives each a place by chance. */
export function deal(students: readonly string[], count: number, order: () => number): string[][] {
  const shuffled = students
    .map((student) => ({ student, place: order() }))
    .sort((a, b) => a.place - b.place)
    .map(({ student }) => student);
  return Array.from({ length: count }, (_, at) => shuffled.filter((_student, place) => place % count === at));
}

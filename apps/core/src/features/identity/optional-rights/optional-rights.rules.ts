import { type OptionalRightsChange, offeredRights } from '@k12/contracts/identity/optional-rights';
import { invalid } from '../../../platform/errors.ts';

/** Each right with each role that may have it, as the settings of an organisation name them. */
const offered = offeredRights.flatMap(({ capability, roles }) =>
  roles.map((role) => ({ role, capability, mark: `${role}:${capability}` })),
);

/** What is turned on, as far as it is offered; other marks stay as whoever set them up left them. */
export function rightsOn(marks: readonly string[]) {
  const on = new Set(marks);
  return offered.flatMap(({ role, capability, mark }) => (on.has(mark) ? [{ role, capability }] : []));
}

export function changedMarks(marks: readonly string[], change: OptionalRightsChange): string[] {
  const { role, capabilities, on } = change;
  const meant = capabilities.map((capability) => {
    const right = offered.find((one) => one.role === role && one.capability === capability);
    if (!right) throw invalid('/capabilities', 'not_offered', 'This role cannot be given that right.');
    return right.mark;
  });
  const others = marks.filter((mark) => !meant.includes(mark));
  return on ? [...others, ...meant].sort() : others;
}

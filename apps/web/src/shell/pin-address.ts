import type { Me } from '@k12/contracts/identity/me';
import type { Pin } from '@k12/contracts/identity/pins';
import { findPage, mayOpen } from '@/lib/pages.ts';
import { paths } from '@/lib/paths.ts';

/** The same record in the form proper to the person. */
export function pinAddress(
  { subject_type, subject_id }: Pick<Pin, 'subject_type' | 'subject_id'>,
  me: Me,
): string {
  return subject_type === 'unit_plan' ? paths.planUnit(subject_id) : courseAddress(subject_id, me);
}

export function courseAddress(id: string, me: Me): string {
  const taught = paths.teachCourse(id);
  const page = findPage(taught);
  return page && mayOpen(page, me) ? taught : paths.learnCourse(id);
}

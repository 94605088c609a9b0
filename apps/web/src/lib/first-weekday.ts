'use client';
import { firstWeekdayOf } from '@k12/plan-content/days';
import { useSession } from './session-context.tsx';

/**
 * 0 is Sunday. A week begins where the school says, whatever language its reader has: of the school chosen in this
 * tab or the only one there is, otherwise as the language of the organisation has it (UXP-95).
 */
export function useFirstWeekday(): number {
  const { me, school_id } = useSession();
  const said = me.schools
    .filter(({ id }) => school_id === null || id === school_id)
    .map(({ first_weekday }) => first_weekday);
  const [first] = said;
  const isAgreed = first !== undefined && said.every((day) => day === first);
  return (isAgreed ? first : null) ?? firstWeekdayOf(me.tenant.locale);
}

import { type Actor, reachesTenant } from '../../../platform/auth/actor.ts';

type State = string;

export function canManageYears(actor: Actor): boolean {
  return reachesTenant(actor, 'academic_years.manage');
}

/** A closed year is read-only for everyone (IDN-15). */
export function canUpdateYear(actor: Actor, year: { state: State }): boolean {
  return canManageYears(actor) && year.state !== 'closed';
}

export function canActivateYear(actor: Actor, year: { state: State }): boolean {
  return canManageYears(actor) && year.state === 'planned';
}

export function canSeeClosing(actor: Actor): boolean {
  return reachesTenant(actor, 'years.close');
}

export function canCloseYear(actor: Actor, year: { state: State }): boolean {
  return reachesTenant(actor, 'years.close') && (year.state === 'active' || year.state === 'closing');
}

export function canReopenYear(actor: Actor, year: { state: State }): boolean {
  return reachesTenant(actor, 'years.close') && year.state === 'closed';
}

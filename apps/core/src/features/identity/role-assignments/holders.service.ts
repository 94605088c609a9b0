import type { Transaction } from '@k12/db';
import { type Holder, type HoldersQuery, listHolders } from './holders.queries.ts';

/** Who holds a capability at a school: every feature asks here, so that roles of a district's own count (IDN-44). */
export { listHolders } from './holders.queries.ts';

/** What somebody with the right to approve plans stands as. */
export type CurriculumRole = 'curriculum_lead' | 'admin' | 'district_admin';
const admins: readonly string[] = ['admin', 'district_admin'];

/** By a role of the organisation's own, one stands as a lead does. */
function standsAs({ roles }: Holder, role: CurriculumRole): boolean {
  return roles.some((one) => (admins.includes(one) ? one : 'curriculum_lead') === role);
}

/** Of the holders those who stand as leads, or as admins. */
export async function listHoldersAs(
  tx: Transaction,
  role: CurriculumRole,
  query: HoldersQuery,
): Promise<string[]> {
  const holders = await listHolders(tx, query);
  return holders.filter((holder) => standsAs(holder, role)).map(({ id }) => id);
}

/** Who answers for the curriculum of a school: its leads, then its admins, then those of the district (PLN-18). */
export async function listCurriculumLeads(
  tx: Transaction,
  place: Pick<HoldersQuery, 'school_id' | 'today'>,
): Promise<Holder[]> {
  const holders = await listHolders(tx, { capability: 'unit_plans.approve', ...place });
  const inOrder = (['curriculum_lead', 'admin', 'district_admin'] as const).flatMap((role) =>
    holders.filter((holder) => standsAs(holder, role)),
  );
  return [...new Set(inOrder)];
}

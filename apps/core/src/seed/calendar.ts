import type { Transaction } from '@k12/db';
import type { DemoTenant } from './places.ts';
import { demoId } from './random.ts';
import { insertRows } from './rows.ts';

interface DemoYear {
  starts: number;
  state: 'closed' | 'active' | 'planned';
}

/** School years run from late August to mid June; the active one always holds today. */
export function activeYearStart(today: Date): number {
  return today.getUTCMonth() >= 6 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
}

const quarters = [
  { name: 'Quarter 1', from: '08-25', to: '10-31' },
  { name: 'Quarter 2', from: '11-01', to: '01-23' },
  { name: 'Quarter 3', from: '01-24', to: '03-31' },
  { name: 'Quarter 4', from: '04-01', to: '06-12' },
] as const;

export async function seedCalendar(
  tx: Transaction,
  tenant: DemoTenant,
  tenantId: string,
  today: Date,
): Promise<void> {
  const start = activeYearStart(today);
  const years: DemoYear[] = [
    { starts: start - 1, state: 'closed' },
    { starts: start, state: 'active' },
    { starts: start + 1, state: 'planned' },
  ];
  for (const year of years) await seedYear(tx, tenant, tenantId, year);
}

async function seedYear(
  tx: Transaction,
  tenant: DemoTenant,
  tenantId: string,
  year: DemoYear,
): Promise<void> {
  const id = demoId(`${tenant.key}/years/${year.starts}`);
  const base = { tenant_id: tenantId, academic_year_id: id };
  await tx
    .insertInto('academic_years')
    .values({
      tenant_id: tenantId,
      id,
      name: `${year.starts}–${String(year.starts + 1).slice(2)}`,
      starts_on: `${year.starts}-08-25`,
      ends_on: `${year.starts + 1}-06-12`,
      state: year.state,
    })
    .execute();
  const term = (key: string) => demoId(`${tenant.key}/terms/${year.starts}/${key}`);
  await insertRows(tx, 'terms', [
    { ...base, id: term('s1'), name: 'Semester 1', kind: 'semester', ...dates(year, '08-25', '01-23') },
    { ...base, id: term('s2'), name: 'Semester 2', kind: 'semester', ...dates(year, '01-24', '06-12') },
  ]);
  await insertRows(
    tx,
    'terms',
    quarters.map((quarter, at) => ({
      ...base,
      id: term(`q${at + 1}`),
      parent_term_id: term(at < 2 ? 's1' : 's2'),
      name: quarter.name,
      kind: 'quarter',
      ...dates(year, quarter.from, quarter.to),
    })),
  );
}

/** Months from August on belong to the year's first calendar year. */
function dates(year: DemoYear, from: string, to: string) {
  const on = (monthDay: string) => `${monthDay >= '07-01' ? year.starts : year.starts + 1}-${monthDay}`;
  return { starts_on: on(from), ends_on: on(to) };
}

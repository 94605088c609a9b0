import type pg from 'pg';
import { newId } from '../ids.ts';

export interface TenantWithSchool {
  tenant_id: string;
  school_id: string;
}

/** Two tenants with one school each, written through the role that may see both. */
export async function createTwoTenants(job: pg.Client): Promise<[TenantWithSchool, TenantWithSchool]> {
  return [await createTenant(job, 'maple'), await createTenant(job, 'birch')];
}

async function createTenant(job: pg.Client, slug: string): Promise<TenantWithSchool> {
  const made = { tenant_id: newId(), school_id: newId() };
  await job.query(
    `insert into tenants (id, name, slug, kind, time_zone) values ($1, $2, $2, 'district', 'UTC')`,
    [made.tenant_id, slug],
  );
  await job.query(
    `insert into schools (tenant_id, id, name, code, code_normalized, time_zone) values ($1, $2, $3, $3, $3, 'UTC')`,
    [made.tenant_id, made.school_id, slug],
  );
  return made;
}

import type pg from 'pg';

interface RoleFacts {
  role: string;
  superuser: boolean;
  bypasses: boolean;
  strong_roles: string[];
  owned: string;
}

const roleFacts = `
  select r.rolname as role, r.rolsuper as superuser, r.rolbypassrls as bypasses,
    (select coalesce(array_agg(s.rolname::text order by s.rolname), '{}') from pg_roles s
     where s.oid <> r.oid and (s.rolsuper or s.rolbypassrls or s.rolname = 'homeroom_owner')
       and pg_has_role(r.oid, s.oid, 'member')) as strong_roles,
    (select count(*) from pg_shdepend d
     where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o') as owned
  from pg_roles r where r.rolname = current_user`;

/** Raised at start-up; the process must not serve (IDN-113). */
export class UnsafeDatabaseRole extends Error {
  constructor(role: string, reasons: string[]) {
    super(`The database role "${role}" must not be used to serve requests: it ${reasons.join(', ')}.`);
    this.name = 'UnsafeDatabaseRole';
  }
}

/** Refuses a connection that row-level security would not hold back (IDN-113). */
export async function verifyRole(pool: pg.Pool | pg.ClientBase): Promise<void> {
  const { rows } = await pool.query<RoleFacts>(roleFacts);
  const facts = rows[0];
  if (!facts) throw new UnsafeDatabaseRole('unknown', ['is not in the list of roles']);
  const reasons = [
    ...(facts.superuser ? ['is a superuser'] : []),
    ...(facts.bypasses ? ['bypasses row-level security'] : []),
    ...(facts.strong_roles.length > 0 ? [`is a member of ${facts.strong_roles.join(' and ')}`] : []),
    ...(Number(facts.owned) > 0 ? ['owns objects'] : []),
  ];
  if (reasons.length > 0) throw new UnsafeDatabaseRole(facts.role, reasons);
}

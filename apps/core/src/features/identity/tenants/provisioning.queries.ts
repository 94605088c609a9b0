import { systemRoleKeys } from '@k12/contracts';
import { newId, type Transaction } from '@k12/db';
import { hashIdentifier } from '../../../platform/crypto/secrets.ts';
import { derivedColumns, type NamedPerson } from '../users/users.rules.ts';

/**
 * Rows made before anybody of a tenant can sign in: by the bootstrap command, the demo seed and tests.
 * They run as the job role, hence name the tenant themselves.
 */
export interface NewTenant {
  id: string;
  name: string;
  slug: string;
  kind: 'school' | 'district';
  locale: string;
  time_zone: string;
}

const systemRoleNames: Record<(typeof systemRoleKeys)[number], string> = {
  district_admin: 'District admin',
  admin: 'School admin',
  curriculum_lead: 'Curriculum lead',
  teacher: 'Teacher',
  student: 'Student',
  guardian: 'Guardian',
};

/** Every tenant starts with the six system roles; returns their ids by key. */
export async function createTenant(tx: Transaction, tenant: NewTenant): Promise<Record<string, string>> {
  await tx.insertInto('tenants').values(tenant).execute();
  const roles = systemRoleKeys.map((key) => ({
    tenant_id: tenant.id,
    id: newId(),
    key,
    name: systemRoleNames[key],
    is_system: true,
  }));
  await tx.insertInto('roles').values(roles).execute();
  return Object.fromEntries(roles.map((role) => [role.key, role.id]));
}

export interface NewPerson extends NamedPerson {
  tenant_id: string;
  id: string;
  birth_on?: string | null;
  pronouns?: string | null;
  pronounced_as?: string | null;
  locale?: string | null;
  state?: 'invited' | 'active' | 'suspended' | 'deactivated';
  source?: 'manual' | 'import' | 'seed';
}

/** People and the directory entries by which they will be found at sign-in. */
export async function createPeople(tx: Transaction, appSecret: string, people: NewPerson[]): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((person) => ({ ...person, ...derivedColumns(person) }));
  await tx.insertInto('users').values(rows).execute();
  const entries = people.flatMap((person) =>
    [person.email, person.username].flatMap((identifier) =>
      identifier
        ? [
            {
              identifier_hash: hashIdentifier(appSecret, identifier),
              tenant_id: person.tenant_id,
              user_id: person.id,
            },
          ]
        : [],
    ),
  );
  if (entries.length > 0) await tx.insertInto('sign_in_directory').values(entries).execute();
}

import { buildPerson, buildSchool, buildTenant, type PersonGiven, type TestTenant } from './people.ts';
import { signedIn, startTestServer, TestActor, type TestServer } from './test-server.ts';

/** Two schools of one district and a second tenant, with somebody of every role signed in. */
export async function aSchool(environment: Record<string, string> = {}, given: { settings?: object } = {}) {
  const server = await startTestServer(environment);
  const { platform } = server;
  const [tenant, otherTenant] = await Promise.all([buildTenant(platform, given), buildTenant(platform)]);
  const school = await buildSchool(platform, tenant, { name: 'Northside School' });
  const otherSchool = await buildSchool(platform, tenant, { name: 'Southside School' });
  const otherTenantSchool = await buildSchool(platform, otherTenant);
  const person = (role: string, school_ids: string[], given: PersonGiven = {}) =>
    actorOf(server, tenant, { role, school_ids, ...given });
  return {
    server,
    platform,
    clock: server.clock,
    tenant,
    otherTenant,
    school,
    otherSchool,
    otherTenantSchool,
    anonymous: new TestActor(server, null),
    districtAdmin: await person('district_admin', []),
    admin: await person('admin', [school.id]),
    otherSchoolAdmin: await person('admin', [otherSchool.id]),
    lead: await person('curriculum_lead', [school.id]),
    teacher: await person('teacher', [school.id]),
    student: await person('student', [school.id], { grade_level: '9' }),
    guardian: await person('guardian', []),
    otherTenantAdmin: await actorOf(server, otherTenant, { role: 'district_admin' }),
    otherTenantTeacher: await actorOf(server, otherTenant, {
      role: 'teacher',
      school_ids: [otherTenantSchool.id],
    }),
  };
}

export type ASchool = Awaited<ReturnType<typeof aSchool>>;

export async function actorOf(
  server: TestServer,
  tenant: TestTenant,
  given: PersonGiven,
): Promise<TestActor> {
  return signedIn(server, await buildPerson(server.platform, tenant, given));
}

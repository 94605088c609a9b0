import type { EndpointDeclaration } from './endpoint.ts';
import * as academicYears from './identity/academic-years.ts';
import * as access from './identity/access.ts';
import * as me from './identity/me.ts';
import * as roleAssignments from './identity/role-assignments.ts';
import * as roles from './identity/roles.ts';
import * as schools from './identity/schools.ts';
import * as session from './identity/session.ts';
import * as terms from './identity/terms.ts';

/** Every feature's declarations; a feature that adds a file adds its line here. */
const modules = [academicYears, access, me, roleAssignments, roles, schools, session, terms];

function isEndpoint(value: unknown): value is EndpointDeclaration {
  return (
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'replies' in value
  );
}

export const endpoints: EndpointDeclaration[] = modules.flatMap((module) =>
  Object.values(module).filter(isEndpoint),
);

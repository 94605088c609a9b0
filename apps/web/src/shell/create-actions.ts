import type { Capability } from '@k12/contracts/identity/capabilities';
import type { Me } from '@k12/contracts/identity/me';
import { paths } from '../lib/paths.ts';

interface CreateAction {
  /** Key in messages `shell.creates.*`. */
  key: string;
  href: string;
  capability: Capability;
}

/** What the plus of the top bar and the palette offer everywhere; a feature adds its line. */
const everywhere: readonly CreateAction[] = [
  { key: 'unit', href: paths.planNewUnit(), capability: 'unit_plans.create' },
  { key: 'resource', href: `${paths.planResources()}?new=1`, capability: 'resources.create' },
  { key: 'template', href: `${paths.planTemplates()}?new=1`, capability: 'templates.create' },
  { key: 'course', href: `${paths.teachCourses()}?new=1`, capability: 'courses.create' },
  { key: 'school', href: `${paths.adminSchools()}?open=new`, capability: 'schools.create' },
];

/** Within a course what it is made of comes first. */
function inCourse(pathname: string): CreateAction[] {
  const id = /^\/teach\/courses\/([\w-]{36})/.exec(pathname)?.[1];
  if (!id) return [];
  return [
    { key: 'assignment', href: paths.courseNewAssignment(id), capability: 'assignments.write' },
    { key: 'module', href: paths.courseNewModule(id), capability: 'modules.write' },
  ];
}

export function createActionsFor(me: Me, pathname: string): CreateAction[] {
  const mayPlan = 'unit_plans.read' in me.capabilities;
  return [...inCourse(pathname), ...everywhere].filter(
    ({ key, capability }) =>
      capability in me.capabilities && (mayPlan || key === 'school' || key === 'course'),
  );
}

import { expect, test } from 'vitest';
import { aMe } from '../test/a-me.ts';
import { createActionsFor } from './create-actions.ts';

const all = ['tenant'] as const;
const teacher = aMe({
  capabilities: {
    ...{ 'unit_plans.read': all, 'unit_plans.create': all, 'resources.create': all, 'templates.create': all },
    ...{ 'assignments.write': all, 'modules.write': all },
  } as never,
});
const course = '/teach/courses/01900000-0000-7000-8000-0000000000b1';

test('UXP-06 the plus offers what a teacher makes, within a course what it is made of first', () => {
  const keys = (path: string) => createActionsFor(teacher, path).map(({ key }) => key);
  expect(keys('/plan')).toEqual(['unit', 'resource', 'template']);
  expect(keys(`${course}/gradebook`)).toEqual(['assignment', 'module', 'unit', 'resource', 'template']);
  expect(createActionsFor(teacher, course)[0]?.href).toBe(`${course}/assignments?new=1`);
  const own = aMe({ capabilities: { 'courses.create': ['own'] } as never });
  expect(createActionsFor(own, '/plan').map(({ href }) => href)).toEqual(['/teach/courses?new=1']);
  expect(createActionsFor(aMe({ capabilities: {} as never }), course)).toEqual([]);
});

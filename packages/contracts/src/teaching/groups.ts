import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, lockVersion, name, noContent } from '../records.ts';

export const StudentGroup = z.object({
  id,
  name: z.string(),
  members: z.array(z.object({ student_id: id, name: z.string() })),
});

/** A division of a course's students; each is in at most one group of it. */
export const GroupSet = z
  .object({
    id,
    course_id: id,
    name: z.string(),
    groups: z.array(StudentGroup),
    /** Students of the course in none of its groups. */
    ungrouped_count: z.int(),
    lock_version: lockVersion,
  })
  .meta({ id: 'GroupSet' });
export type GroupSet = z.infer<typeof GroupSet>;

const GroupInput = z.strictObject({ id: id.optional(), name, student_ids: z.array(id).max(400) });

export const GroupSetCreate = z
  .strictObject({
    name,
    groups: z.array(GroupInput).max(100),
    /** Deals the students out into so many groups, at random and evenly. */
    split_into: z.int().min(1).max(100),
  })
  .partial({ groups: true, split_into: true });
export type GroupSetCreate = z.infer<typeof GroupSetCreate>;

export const GroupSetUpdate = z
  .strictObject({
    name,
    /** All groups as they shall be; those left out go. */
    groups: z.array(GroupInput).max(100),
    /**
     * For who moves after the group has handed in: `keep` leaves them the work and the grade they have, `new_group`
     * gives them what the new group has (TCH-46).
     */
    movers: z.enum(['keep', 'new_group']),
  })
  .partial()
  .extend({ lock_version: lockVersion });
export type GroupSetUpdate = z.infer<typeof GroupSetUpdate>;

export const listGroupSets = endpoint({
  name: 'groups.list',
  method: 'GET',
  path: '/courses/{id}/groups',
  summary: 'How a course’s students are divided into groups',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  replies: { 200: z.object({ data: z.array(GroupSet) }) },
});

export const createGroupSet = endpoint({
  name: 'groups.create',
  method: 'POST',
  path: '/courses/{id}/groups',
  summary: 'Divide a course’s students, by hand or evenly at random',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  body: GroupSetCreate,
  replies: { 201: GroupSet },
});

export const getGroupSet = endpoint({
  name: 'groups.get',
  method: 'GET',
  path: '/group_sets/{id}',
  summary: 'One division with its groups',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  replies: { 200: GroupSet },
});

export const updateGroupSet = endpoint({
  name: 'groups.update',
  method: 'PATCH',
  path: '/group_sets/{id}',
  summary: 'Rename a division or move its members',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  body: GroupSetUpdate,
  replies: { 200: GroupSet },
  errors: ['version_conflict', 'group.choose_work'],
});

export const deleteGroupSet = endpoint({
  name: 'groups.delete',
  method: 'DELETE',
  path: '/group_sets/{id}',
  summary: 'Give up a division that no assignment uses',
  permission: 'assignments.write',
  rate: 'general',
  params: idParams,
  replies: { 204: noContent },
  errors: ['conflict'],
});

import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, lockVersion } from '../records.ts';
import { type PlanFamily, planCapability, planFamilies } from './plan-families.ts';
import { CollaboratorAccess, PlanPerson } from './plan-records.ts';

/** A person or a team (the members of a planning context) with a right on one plan. */
export const Collaborator = z.object({
  user: PlanPerson.nullable(),
  team: z.object({ id, name: z.string() }).nullable(),
  access: CollaboratorAccess,
});
export type Collaborator = z.infer<typeof Collaborator>;

export const Collaborators = z
  .object({
    owner: PlanPerson,
    data: z.array(Collaborator),
    lock_version: lockVersion,
  })
  .meta({ id: 'Collaborators' });
export type Collaborators = z.infer<typeof Collaborators>;

export const CollaboratorInput = z
  .strictObject({ user_id: id.nullish(), team_id: id.nullish(), access: CollaboratorAccess })
  .refine((given) => Boolean(given.user_id) !== Boolean(given.team_id), {
    error: 'name a person or a team',
    path: ['user_id'],
    params: { code: 'person_or_team' },
  });
export type CollaboratorInput = z.infer<typeof CollaboratorInput>;

/** The whole list; who is not in it loses what was given. A new owner takes the place of the former one. */
export const CollaboratorsPut = z.strictObject({
  collaborators: z.array(CollaboratorInput).max(200),
  owner_id: id.optional(),
  lock_version: lockVersion,
});
export type CollaboratorsPut = z.infer<typeof CollaboratorsPut>;

function collaboratorEndpoints(family: PlanFamily) {
  const { noun } = planFamilies[family];
  const common = { path: `/${family}/{id}/collaborators`, params: idParams, rate: 'general' } as const;
  return {
    list: endpoint({
      ...common,
      name: `${family}.collaborators.get`,
      method: 'GET',
      summary: `Whom a ${noun} is shared with`,
      permission: planCapability(family, 'read'),
      replies: { 200: Collaborators },
    }),
    put: endpoint({
      ...common,
      name: `${family}.collaborators.put`,
      method: 'PUT',
      summary: `Share a ${noun} with exactly these people and teams`,
      permission: planCapability(family, 'update'),
      body: CollaboratorsPut,
      replies: { 200: Collaborators },
      errors: ['plan.last_manager', 'version_conflict'],
    }),
  } as const;
}

export const { list: getUnitCollaborators, put: putUnitCollaborators } = collaboratorEndpoints('unit_plans');
export const { list: getLessonCollaborators, put: putLessonCollaborators } =
  collaboratorEndpoints('lesson_plans');
export const { list: getTemplateCollaborators, put: putTemplateCollaborators } =
  collaboratorEndpoints('templates');
export const { list: getDocumentCollaborators, put: putDocumentCollaborators } =
  collaboratorEndpoints('curriculum_documents');

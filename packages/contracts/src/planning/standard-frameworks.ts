import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { abilities, id, idParams, instant, lockVersion, noContent } from '../records.ts';

export const FrameworkScope = z.enum(['platform', 'district', 'school']);
export const AdoptionStatus = z.enum(['draft', 'adopted', 'deprecated', 'private']);

export const StandardFramework = z
  .object({
    id,
    identifier: z.string(),
    source_uri: z.string().nullable(),
    title: z.string(),
    creator: z.string(),
    publisher: z.string(),
    jurisdiction: z.string(),
    description: z.string(),
    subjects: z.array(z.string()),
    version: z.string(),
    adoption_status: AdoptionStatus,
    language: z.string(),
    licence: z.string(),
    scope: FrameworkScope,
    school_id: id.nullable(),
    standards_count: z.int(),
    created_at: instant,
    updated_at: instant,
    imported_at: instant.nullable(),
    lock_version: lockVersion,
    can: abilities('update', 'import', 'extend', 'delete'),
  })
  .meta({ id: 'StandardFramework' });
export type StandardFramework = z.infer<typeof StandardFramework>;

const text = z.string().trim().max(300);
const fields = {
  title: z.string().trim().min(1).max(300),
  creator: text,
  publisher: text,
  jurisdiction: text,
  description: z.string().trim().max(5_000),
  subjects: z.array(z.string().trim().min(1).max(80)).max(20),
  version: z.string().trim().max(80),
  adoption_status: AdoptionStatus,
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'a language code such as en' }),
  licence: z.string().trim().max(2_000),
};

export const FrameworkCreate = z
  .strictObject({ ...fields, school_id: id.nullable() })
  .partial()
  .required({ title: true });
export type FrameworkCreate = z.infer<typeof FrameworkCreate>;

export const FrameworkUpdate = z.strictObject(fields).partial().extend({ lock_version: lockVersion });
export type FrameworkUpdate = z.infer<typeof FrameworkUpdate>;

export const FrameworkQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  scope: FrameworkScope.optional(),
  /** Only what the pickers of this school show. */
  subscribed_by: id.optional(),
});
export type FrameworkQuery = z.infer<typeof FrameworkQuery>;

const common = { rate: 'general', permission: 'standards.read' } as const;

export const listFrameworks = endpoint({
  ...common,
  name: 'standard_frameworks.list',
  method: 'GET',
  path: '/standard_frameworks',
  summary: 'Frameworks the caller may see',
  query: FrameworkQuery,
  replies: { 200: page(StandardFramework) },
});

export const createFramework = endpoint({
  ...common,
  name: 'standard_frameworks.create',
  method: 'POST',
  path: '/standard_frameworks',
  summary: 'Begin a framework of the district or of a school',
  permission: 'standards.create',
  body: FrameworkCreate,
  replies: { 201: StandardFramework },
});

export const getFramework = endpoint({
  ...common,
  name: 'standard_frameworks.get',
  method: 'GET',
  path: '/standard_frameworks/{id}',
  summary: 'One framework',
  params: idParams,
  replies: { 200: StandardFramework },
});

export const updateFramework = endpoint({
  ...common,
  name: 'standard_frameworks.update',
  method: 'PATCH',
  path: '/standard_frameworks/{id}',
  summary: 'Change what is known about a framework',
  permission: 'standards.update',
  params: idParams,
  body: FrameworkUpdate,
  replies: { 200: StandardFramework },
  errors: ['version_conflict'],
});

export const deleteFramework = endpoint({
  ...common,
  name: 'standard_frameworks.delete',
  method: 'DELETE',
  path: '/standard_frameworks/{id}',
  summary: 'Remove a framework that nothing is aligned to',
  permission: 'standards.update',
  params: idParams,
  replies: { 204: noContent },
  errors: ['framework.in_use'],
});

export const getCasePackage = endpoint({
  ...common,
  rate: 'export',
  name: 'standard_frameworks.case_package',
  method: 'GET',
  path: '/standard_frameworks/{id}/case_package',
  summary: 'The framework as a CASE package',
  params: idParams,
  replies: { 200: z.string() },
  stream: 'download',
});

export const getFrameworkTable = endpoint({
  ...common,
  rate: 'export',
  name: 'standard_frameworks.table',
  method: 'GET',
  path: '/standard_frameworks/{id}/table',
  summary: 'The framework as CSV, in a form that can be imported again',
  params: idParams,
  replies: { 200: z.string() },
  stream: 'download',
});

export const FrameworkSubscriptions = z.object({
  /** Null while the school has not chosen: its pickers show every framework it may see. */
  framework_ids: z.array(id).nullable(),
  can: abilities('update'),
});

export const getSubscriptions = endpoint({
  ...common,
  name: 'framework_subscriptions.get',
  method: 'GET',
  path: '/schools/{id}/framework_subscriptions',
  summary: 'The frameworks that the pickers of a school show',
  params: idParams,
  replies: { 200: FrameworkSubscriptions },
});

export const putSubscriptions = endpoint({
  ...common,
  name: 'framework_subscriptions.put',
  method: 'PUT',
  path: '/schools/{id}/framework_subscriptions',
  summary: 'Choose the frameworks that the pickers of a school show',
  permission: 'standards.update',
  params: idParams,
  body: z.strictObject({ framework_ids: z.array(id).max(500) }),
  replies: { 200: FrameworkSubscriptions },
});

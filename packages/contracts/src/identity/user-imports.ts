import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { page, pageQuery } from '../paging.ts';
import { id, idParams, instant } from '../records.ts';

/** What a column of a table of people can mean (PRV-52). */
export const userImportFields = [
  'given_name',
  'family_name',
  'preferred_name',
  'email',
  'username',
  'role',
  'school_code',
  'grade_level',
  'number',
  'external_id',
  'birth_date',
  'language',
] as const;
export const UserImportField = z.enum(userImportFields);
export type UserImportField = z.infer<typeof UserImportField>;

export const UserImportMapping = z.partialRecord(UserImportField, z.string().max(200).nullable());
export type UserImportMapping = z.infer<typeof UserImportMapping>;

export const UserImportRowStatus = z.enum(['new', 'known', 'bad', 'created', 'failed']);
export type UserImportRowStatus = z.infer<typeof UserImportRowStatus>;

export const UserImportCounts = z.record(UserImportRowStatus, z.int());

export const UserImport = z
  .object({
    id,
    file_name: z.string(),
    state: z.enum(['previewed', 'applying', 'applied']),
    /** The header of the file with a few values, and what each field is taken from. */
    columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
    mapping: UserImportMapping,
    /** For rows that name none themselves. */
    role_id: id.nullable(),
    school_id: id.nullable(),
    counts: UserImportCounts,
    created_at: instant,
    finished_at: instant.nullable(),
    /** Rows and results are gone afterwards. */
    expires_at: instant,
  })
  .meta({ id: 'UserImport' });
export type UserImport = z.infer<typeof UserImport>;

export const UserImportFault = z.object({
  field: UserImportField.nullable(),
  code: z.string(),
  /** What stands there, where that says more than the column. */
  value: z.string().nullable(),
  detail: z.string(),
});
export type UserImportFault = z.infer<typeof UserImportFault>;

export const UserImportRow = z
  .object({
    /** Of the file, where the row begins. */
    line: z.int(),
    name: z.string(),
    /** Address or name to sign in with, as written. */
    account: z.string(),
    status: UserImportRowStatus,
    field: UserImportField.nullable(),
    code: z.string().nullable(),
    detail: z.string().nullable(),
    /** Everything that is to be corrected in the row, the first of it being `code`. */
    faults: z.array(UserImportFault),
    /** Another line of the file that holds the same person. */
    other_line: z.int().nullable(),
    user_id: id.nullable(),
  })
  .meta({ id: 'UserImportRow' });
export type UserImportRow = z.infer<typeof UserImportRow>;

const choices = z.strictObject({
  mapping: UserImportMapping,
  role_id: id.nullable(),
  school_id: id.nullable(),
});
export const UserImportCreate = choices.partial().extend({
  /** Uploaded for the purpose `import`; its content is taken over and the upload deleted. */
  file_id: id,
});
export type UserImportCreate = z.infer<typeof UserImportCreate>;
export const UserImportChoices = choices.partial();
export type UserImportChoices = z.infer<typeof UserImportChoices>;

const common = { permission: 'imports.run', rate: 'general' } as const;

export const createUserImport = endpoint({
  ...common,
  name: 'user_imports.create',
  method: 'POST',
  path: '/user_imports',
  summary: 'Read a table of people and say row by row what it would do; nobody is added',
  rate: 'bulk',
  body: UserImportCreate,
  replies: { 201: UserImport },
});

export const getUserImport = endpoint({
  ...common,
  name: 'user_imports.get',
  method: 'GET',
  path: '/user_imports/{id}',
  summary: 'One’s own import of people and how far it is',
  params: idParams,
  replies: { 200: UserImport },
  errors: ['gone'],
});

export const previewUserImport = endpoint({
  ...common,
  name: 'user_imports.preview',
  method: 'POST',
  path: '/user_imports/{id}/preview',
  summary: 'Judge the rows again with other columns, another role or another school',
  params: idParams,
  rate: 'bulk',
  body: UserImportChoices,
  replies: { 200: UserImport },
  errors: ['conflict', 'gone'],
});

export const listUserImportRows = endpoint({
  ...common,
  name: 'user_imports.rows',
  method: 'GET',
  path: '/user_imports/{id}/rows',
  summary: 'What becomes of each row, in the order of the file',
  params: idParams,
  query: z.strictObject({ ...pageQuery, status: UserImportRowStatus.optional() }),
  replies: { 200: page(UserImportRow) },
  errors: ['gone'],
});

export const applyUserImport = endpoint({
  ...common,
  name: 'user_imports.apply',
  method: 'POST',
  path: '/user_imports/{id}/apply',
  summary: 'Add the people of the good rows, in the background; the others are left out',
  params: idParams,
  replies: { 202: UserImport },
  errors: ['conflict', 'gone'],
});

export const getUserImportBadRows = endpoint({
  ...common,
  name: 'user_imports.bad_rows',
  method: 'GET',
  path: '/user_imports/{id}/bad_rows',
  summary:
    'The rows that cannot be taken over, as they came and with what is wrong, to be corrected and sent again',
  params: idParams,
  rate: 'export',
  replies: { 200: z.string() },
  errors: ['gone'],
  stream: 'download',
});

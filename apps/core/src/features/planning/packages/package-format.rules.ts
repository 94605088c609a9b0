import { gradeLevels, planInput } from '@k12/contracts/planning/plan-records';
import { z } from 'zod';

/** Raised when a package of before could not be read as it was meant; described in docs/curriculum-package.md. */
export const packageFormat = 'homeroom.curriculum';
export const packageFormatVersion = 1;

export const manifestPath = 'manifest.json';
export const resourcesPath = 'resources.json';
export const planPath = (id: string) => `plans/${id}.json`;
export const packPath = (key: string, version: number) => `packs/${key}@${version}.json`;
export const frameworkPath = (number: number) => `standards/framework-${number}.json`;
/** Named by content: equal files lie there once, and no name of a person's making is a path. */
export const filePath = (sha256: string) => `files/${sha256}`;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in hexadecimal' });
const instant = z.iso.datetime({ offset: true });
const words = (most: number) => z.string().max(most);

export const Manifest = z.object({
  format: z.literal(packageFormat),
  format_version: z.int().min(1),
  title: words(200),
  exported_at: instant,
  plans: z.array(z.uuid()).min(1).max(2_000),
  frameworks: z
    .array(z.object({ path: words(200), identifier: z.string().min(1).max(200), title: words(300) }))
    .max(200),
  packs: z
    .array(z.object({ path: words(200), key: z.string().min(1).max(80), version: z.int().min(1) }))
    .max(200),
  left_out: z.array(z.object({ kind: z.enum(['resource', 'picture']), id: z.uuid(), title: words(300) })),
  /** Every other part of the archive. */
  parts: z.array(z.object({ path: words(200), size_bytes: z.int().min(0), sha256 })).max(10_000),
});
export type Manifest = z.infer<typeof Manifest>;

const Alignment = z.object({
  /** Null when the standard is no longer on record; its words stay. */
  framework: z.string().max(200).nullable(),
  identifier: z.string().max(200).nullable(),
  code: words(200),
  statement: words(20_000),
  emphasis: z.enum(['introduced', 'developed', 'mastered', 'reviewed']).nullable(),
  note: words(500).nullable(),
});
export type PackagedAlignment = z.infer<typeof Alignment>;

const Attachment = z.object({
  resource_id: z.uuid(),
  title: words(200),
  kind: words(40).nullable(),
  path: words(300).nullable(),
  caption: words(500).nullable(),
  audience: z.enum(['teacher', 'student']),
  /** Drafts: the version it stays with, and whether readers of the plan may open it. */
  pinned_version: z.int().min(1).nullish(),
  opens_for_readers: z.boolean().nullish(),
});
export type PackagedAttachment = z.infer<typeof Attachment>;

const state = {
  title: planInput.title,
  tags: planInput.tags,
  duration_minutes: z.int().min(1).max(600).nullable(),
  content: z.record(z.string(), z.unknown()),
  alignments: z.array(Alignment).max(2_000),
  resources: z.array(Attachment).max(2_000),
};

const Version = z.object({
  number: z.int().min(1),
  ...state,
  lessons: z
    .array(
      z.object({
        plan_id: z.uuid(),
        version_number: z.int().min(1).nullable(),
        title: words(200),
        duration_minutes: z.int().min(1).max(600).nullable(),
      }),
    )
    .max(1_000),
  kind: z.enum(['manual', 'snapshot', 'submit', 'publish', 'restore', 'ai_apply', 'import', 'push']),
  change_note: words(500).nullable(),
  restored_from: z.int().min(1).nullable(),
  changed_fields_count: z.int().min(0),
  /** For people to read; accounts do not travel. */
  author: words(300),
  created_at: instant,
});
export type PackagedVersion = z.infer<typeof Version>;

export const PackagedPlan = z.object({
  id: z.uuid(),
  kind: z.enum(['unit', 'lesson', 'document']),
  unit_id: z.uuid().nullable(),
  position: z.int().min(0).nullable(),
  document_type: words(40).nullable(),
  language: planInput.language,
  subjects: planInput.subjects,
  grade_levels: z.array(z.enum(gradeLevels)).max(14),
  pack: z.object({
    key: z.string().min(1).max(80),
    version: z.int().min(1),
    schema: z.string().min(1).max(80),
  }),
  /** For people to read: what is approved or live is decided anew where it comes in. */
  state: words(40),
  published_version: z.int().min(1).nullable(),
  draft: z.object({ ...state, is_newest_version: z.boolean() }),
  versions: z.array(Version).max(5_000),
});
export type PackagedPlan = z.infer<typeof PackagedPlan>;

export const PackagedFile = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(200),
  content_type: words(200),
  sha256,
});

export const Resources = z.object({
  /** Contents of resources, and pictures inside texts by the id in their address. */
  files: z.array(PackagedFile).max(10_000),
  resources: z
    .array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['file', 'drive_file', 'link']),
        title: z.string().min(1).max(200),
        description: words(2_000),
        tags: z.array(words(60)).max(100),
        url: z
          .string()
          .max(2_000)
          .regex(/^https?:\/\/[^\s]+$/i, { error: 'an address of the web' })
          .nullable(),
        drive_file_id: words(300).nullable(),
        versions: z.array(z.object({ number: z.int().min(1), file_id: z.uuid() })).max(500),
      }),
    )
    .max(10_000),
});
export type Resources = z.infer<typeof Resources>;
export type PackagedResource = Resources['resources'][number];
export type PackagedFile = z.infer<typeof PackagedFile>;

/** Ids of pictures inside texts, wherever they stand in the content. */
export function picturesIn(value: unknown): string[] {
  const text = JSON.stringify(value) ?? '';
  return [...text.matchAll(/"\/api\/v1\/files\/([0-9a-f-]{36})\/content"/g)].map(([, id = '']) => id);
}

/** The content with each picture under its new id; one that is not there keeps its address and shows its words. */
export function withPictures<T>(value: T, idOf: (id: string) => string | undefined): T {
  const renamed = JSON.stringify(value).replace(
    /"\/api\/v1\/files\/([0-9a-f-]{36})\/content"/g,
    (whole, id: string) => {
      const found = idOf(id);
      return found ? `"/api/v1/files/${found}/content"` : whole;
    },
  );
  return JSON.parse(renamed) as T;
}

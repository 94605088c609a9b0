import type { EndpointDeclaration } from '@k12/contracts';
import { newId } from '@k12/db';
import { z } from 'zod';

export type Json = Record<string, unknown>;

const richText = { type: 'doc', content: [{ type: 'paragraph' }] };

/** Bodies whose rules no schema can tell; a request made from the schema alone would be refused. */
export const bodySamples: Readonly<Record<string, (colleagues: string[]) => unknown>> = {
  'service_accounts.adopt': (colleagues) => ({ owner_ids: colleagues }),
  'service_accounts.create': (colleagues) => ({ name: 'Sample', owner_ids: colleagues }),
  'assignments.submit_on_behalf': () => ({
    ...{ student_id: newId(), official_at: '2026-11-16T17:00:00Z', reason: 'A scan of paper' },
    ...{ body: richText, file_ids: [], links: [] },
  }),
  'enrollment_previews.create': () => ({ role: 'student', text: 'somebody@example.test' }),
  'gradebook_imports.create': () => ({ file_name: 'grades.csv', content_base64: 'U3R1ZGVudA==' }),
  'grading_schemes.create': () => ({
    ...{
      scope: 'tenant',
      school_id: null,
      course_id: null,
      name: 'Sample',
      rounding: 'none',
      is_default: false,
    },
    bands: ['50', '0'].map((lower_percent) => ({
      label: lower_percent,
      lower_percent,
      gpa_points: null,
      is_passing: true,
    })),
  }),
  'my_submission.save_draft': () => ({ body: richText, file_ids: [], links: [], draft_version: 0 }),
  'my_submission.submit': () => ({ body: richText, file_ids: [], links: [], draft_version: 0 }),
  'resources.create': () => ({ kind: 'link', title: 'Sample', url: 'https://example.test/' }),
  'schools.create': () => ({ name: 'Sample', code: `S-${newId().slice(-8)}`, time_zone: 'Europe/Berlin' }),
};

export function requestSchema(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Json;
}

/** A body that its endpoint accepts, made from the declaration. */
export function sampleBody(
  endpoint: EndpointDeclaration,
  colleagues: string[] = [newId(), newId()],
): unknown {
  if (!endpoint.body) return undefined;
  const made = bodySamples[endpoint.name]?.(colleagues) ?? sampleOf(requestSchema(endpoint.body));
  const parsed = endpoint.body.safeParse(made);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new Error(`Add a body for ${endpoint.name} to test/request-samples.ts (${issues})`);
  }
  return made;
}

/** The smallest value a schema allows. */
export function sampleOf(schema: Json): unknown {
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const branches = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (branches) return sampleOf(branches.find(({ type }) => type !== 'null') ?? branches[0] ?? {});
  const [type] = [schema.type].flat();
  if (type === 'object') return sampleObject(schema);
  if (type === 'array')
    return Array.from({ length: Number(schema.minItems ?? 0) }, () => sampleOf((schema.items ?? {}) as Json));
  if (type === 'integer' || type === 'number') return Math.max(Number(schema.minimum ?? 0), 0);
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  return sampleString(schema);
}

function sampleObject(schema: Json): Json {
  const properties = (schema.properties ?? {}) as Record<string, Json>;
  const required = (schema.required ?? []) as string[];
  return Object.fromEntries(required.map((name) => [name, named(name) ?? sampleOf(properties[name] ?? {})]));
}

/** Fields that mean the same everywhere. */
function named(name: string): unknown {
  if (name === 'time_zone') return 'Europe/Berlin';
  if (name === 'starts_on') return '2041-08-01';
  if (name === 'ends_on') return '2042-06-30';
  return undefined;
}

const candidates = [
  'Sample text',
  'sample',
  'sample_text',
  'sample-text',
  'draft',
  'ABC123',
  '123456',
  'a',
  'A1',
  '/sample',
  '10.0.0.0/8',
  '12345678901234567890',
];

function sampleString(schema: Json): string {
  if (schema.format === 'uuid') return newId();
  if (schema.format === 'email') return `sample-${newId().slice(-8)}@example.test`;
  if (schema.format === 'date') return '2041-08-01';
  if (schema.format === 'date-time') return '2041-08-01T08:00:00Z';
  if (schema.format === 'uri') return 'https://example.test/';
  const [min, max] = [Number(schema.minLength ?? 0), Number(schema.maxLength ?? 1_000)];
  const pattern = typeof schema.pattern === 'string' ? new RegExp(schema.pattern, 'u') : /(?:)/;
  const long = candidates.map((text) => text.padEnd(min, 'x').slice(0, max));
  return long.find((text) => pattern.test(text)) ?? long[0] ?? '';
}

import type { PackField, PackSection, PlanSchema } from '@k12/contracts/planning/packs';

export type JsonSchema = Record<string, unknown>;

/** Longest text of a plan (PLN-10). */
const textLimit = 20_000;
const itemId = { type: 'string', format: 'uuid' };
const date = { type: ['string', 'null'], format: 'date' };

/** The data schema of a plan's content, in JSON Schema 2020-12. Drafts may be incomplete, so nothing is required. */
export function jsonSchemaOf(schema: PlanSchema, id: string): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const section of schema.sections) {
    const value = valueSchema(section);
    if (value) properties[section.key] = { ...described(section), ...value };
  }
  const complete = schema.sections.filter((section) => section.required && properties[section.key]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title: schema.label.en,
    type: 'object',
    properties,
    additionalProperties: false,
    // What submitting and publishing ask for; a draft may lack it (PLN-10).
    'x-required-to-publish': complete.map(({ key }) => key),
  };
}

/** Null for what lives in tables of its own. */
function valueSchema(section: PackSection | PackField): JsonSchema | null {
  const { min, max } = section;
  switch (section.kind) {
    case 'text':
      return { type: 'string', maxLength: textLimit };
    case 'rich_text':
      return {
        type: 'object',
        properties: { type: { const: 'doc' }, content: { type: 'array' } },
        required: ['type'],
      };
    case 'list':
      return repeating({ text: { type: 'string', maxLength: textLimit } }, max);
    case 'choice':
      return { type: 'string', enum: valuesOf(section) };
    case 'choices':
      return {
        type: 'array',
        items: { type: 'string', enum: valuesOf(section) },
        uniqueItems: true,
        ...(max === undefined ? {} : { maxItems: max }),
      };
    case 'number':
    case 'rating':
      return {
        type: 'number',
        ...(min === undefined ? {} : { minimum: min }),
        ...(max === undefined ? {} : { maximum: max }),
      };
    case 'date_range':
      return { type: 'object', properties: { from: date, to: date }, additionalProperties: false };
    case 'group':
      return repeating(fieldSchemas(section.fields ?? []), max);
    default:
      return null;
  }
}

function repeating(properties: Record<string, JsonSchema>, max: number | undefined): JsonSchema {
  return {
    type: 'array',
    items: {
      type: 'object',
      properties: { id: itemId, ...properties },
      required: ['id'],
      additionalProperties: false,
    },
    ...(max === undefined ? {} : { maxItems: max }),
  };
}

function fieldSchemas(fields: PackField[]): Record<string, JsonSchema> {
  return Object.fromEntries(
    fields.map((field) => [field.key, { ...described(field), ...valueSchema(field) }]),
  );
}

function described({ label, help }: PackSection | PackField): JsonSchema {
  return { title: label.en, ...(help ? { description: help.en } : {}) };
}

function valuesOf({ options = [] }: PackSection | PackField): string[] {
  return options.map(({ value }) => value);
}

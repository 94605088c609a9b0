import fastJson, { type AnySchema } from 'fast-json-stringify';
import { z } from 'zod';

type Stringify = (value: unknown) => string;

/** Compiles a reply schema; a column the schema does not declare cannot leave the server. */
export function serializer(schema: z.ZodType): Stringify {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'output',
    unrepresentable: 'any',
    override: simplify,
  });
  return fastJson(json as AnySchema) as Stringify;
}

/** `X or null` as `nullable: true`: the serialiser then needs no validator to pick the branch. */
function simplify({ jsonSchema }: { jsonSchema: Record<string, unknown> }) {
  const branches = jsonSchema.anyOf;
  if (!Array.isArray(branches) || branches.length !== 2) return;
  const [value, nothing] = branches;
  if (nothing?.type !== 'null' || typeof value?.type !== 'string') return;
  delete jsonSchema.anyOf;
  Object.assign(jsonSchema, value, { nullable: true });
}

import { z } from 'zod';
import { contractModules } from './endpoints.ts';

export type JsonSchema = Record<string, unknown>;

/** Collects the named schemas of the document: every schema that a contract file exports gets its own name. */
export function createSchemaCollector() {
  const names = namedSchemas();
  const components: Record<string, JsonSchema> = {};

  return {
    components,
    /** The schema as a reply shows it (`output`) or as a request may send it (`input`). */
    describe(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
      const {
        $schema: _version,
        $defs,
        ...json
      } = z.toJSONSchema(schema, {
        target: 'draft-2020-12',
        io,
        unrepresentable: 'any',
        metadata: names,
      }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
      for (const [name, definition] of Object.entries($defs ?? {})) {
        components[componentName(name, io)] = refer(definition, io) as JsonSchema;
      }
      const own = names.get(schema)?.id;
      if (own === undefined || '$ref' in json) return refer(json, io) as JsonSchema;
      components[componentName(own, io)] = refer(json, io) as JsonSchema;
      return { $ref: `#/components/schemas/${componentName(own, io)}` };
    },
  };
}

export type SchemaCollector = ReturnType<typeof createSchemaCollector>;

function componentName(name: string, io: 'input' | 'output'): string {
  return io === 'input' ? `${name}Input` : name;
}

function namedSchemas() {
  const names = z.registry<{ id: string }>();
  const taken = new Map<string, number>();
  for (const module of contractModules) {
    for (const [name, value] of Object.entries(module)) {
      if (!(value instanceof z.ZodType) || names.has(value) || !/^[A-Z]/.test(name)) continue;
      const count = (taken.get(name) ?? 0) + 1;
      taken.set(name, count);
      names.add(value, { id: count === 1 ? name : `${name}${count}` });
    }
  }
  return names;
}

/** Names inside one schema become names of the whole document; `id` marks of the converter are not needed there. */
function refer(value: unknown, io: 'input' | 'output'): unknown {
  if (Array.isArray(value)) return value.map((item) => refer(item, io));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !(key === 'id' && typeof item === 'string') && key !== '$schema')
      .map(([key, item]) => {
        const name =
          key === '$ref' && typeof item === 'string' ? /^#\/\$defs\/(.+)$/.exec(item)?.[1] : undefined;
        return [key, name ? `#/components/schemas/${componentName(name, io)}` : refer(item, io)];
      }),
  );
}

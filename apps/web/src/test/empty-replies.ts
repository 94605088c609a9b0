import { type EndpointDeclaration, endpoints } from '@k12/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;

const text: Record<string, string> = {
  uuid: '01900000-0000-7000-8000-0000000000e1',
  date: '2026-11-20',
  'date-time': '2026-11-20T12:00:00Z',
  uri: 'https://example.test/',
  email: 'somebody@example.test',
};

/** The least that a schema allows: no rows, no text, nothing counted, nothing decided. */
function leastOf(schema: Json, named: Json): unknown {
  if (typeof schema.$ref === 'string')
    return leastOf((named[schema.$ref.split('/').at(-1) ?? ''] ?? {}) as Json, named);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const branches = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (branches) return leastOf(branches.find(({ type }) => type === 'null') ?? branches[0] ?? {}, named);
  if (schema.allOf) return Object.assign({}, ...(schema.allOf as Json[]).map((part) => leastOf(part, named)));
  const types = [schema.type].flat();
  if (types.includes('null')) return null;
  const [type] = types;
  if (type === 'object') {
    const properties = (schema.properties ?? {}) as Record<string, Json>;
    const required = (schema.required ?? []) as string[];
    return Object.fromEntries(
      required.map((name) => [name, name === 'time_zone' ? 'UTC' : leastOf(properties[name] ?? {}, named)]),
    );
  }
  if (type === 'array')
    return (schema.prefixItems as Json[] | undefined)?.map((part) => leastOf(part, named)) ?? [];
  if (type === 'integer' || type === 'number') return Math.max(Number(schema.minimum ?? 0), 0);
  if (type === 'boolean') return false;
  if (type === 'string') return text[String(schema.format)] ?? (schema.pattern ? '0' : 'Sample');
  return null;
}

const reads = endpoints
  .filter(({ method, stream }) => method === 'GET' && stream === undefined)
  .map((endpoint) => ({
    endpoint,
    // A word of an address means more than a place for any word.
    places: endpoint.path.split('{').length,
    pattern: new RegExp(`^/api/v1${endpoint.path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }))
  .sort((one, other) => one.places - other.places);

export function readAt(pathname: string): EndpointDeclaration | undefined {
  return reads.find(({ pattern }) => pattern.test(pathname))?.endpoint;
}

/** What the server answers where nothing was made yet. */
export function emptyReply({ replies }: EndpointDeclaration): unknown {
  const [reply] = Object.values(replies);
  if (!reply) return undefined;
  const schema = z.toJSONSchema(reply, { io: 'output', unrepresentable: 'any' }) as Json;
  return leastOf(schema, (schema.$defs ?? {}) as Json);
}

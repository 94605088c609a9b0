import type { z } from 'zod';
import type { EndpointDeclaration } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { type ErrorCode, problems } from './errors.ts';
import { createSchemaCollector, type JsonSchema, type SchemaCollector } from './openapi-schemas.ts';
import { ProblemBody } from './problem-body.ts';

/** The OpenAPI 3.1 document of the whole API, made from the declarations and nothing else (INT-145). */
export function buildOpenApi(version = '1.0.0') {
  const collector = createSchemaCollector();
  collector.components.Problem = collector.describe(ProblemBody, 'output');
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const endpoint of [...endpoints].sort(
    (a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method),
  )) {
    const path = paths[endpoint.path] ?? {};
    path[endpoint.method.toLowerCase()] = operation(endpoint, collector);
    paths[endpoint.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Homeroom API',
      version,
      description: conventions,
      license: { name: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(collector.components).sort(([a], [b]) => a.localeCompare(b)),
      ),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'homeroom_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
      responses: {
        Problem: {
          description: "A failure; its code is one of the operation's x-problem-codes",
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

const conventions =
  'Failures are application/problem+json (RFC 9457) with a dotted code. Lists page by cursor. Clients ignore fields ' +
  'they do not know: an addition is not a breaking change. Every answer carries X-Request-Id, RateLimit-Policy, ' +
  'RateLimit and the X-RateLimit-Limit, -Remaining and -Reset headers.';

function operation(endpoint: EndpointDeclaration, collector: SchemaCollector): JsonSchema {
  const [tag = 'api'] = endpoint.name.split('.');
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: [tag],
    'x-permission': endpoint.permission,
    'x-rate-class': endpoint.rate,
    'x-problem-codes': codesOf(endpoint),
    ...(endpoint.removal ? { deprecated: true, 'x-removal': endpoint.removal } : {}),
    ...(endpoint.flag ? { 'x-feature-flag': endpoint.flag } : {}),
    ...(endpoint.fresh_sign_in ? { 'x-fresh-sign-in': true } : {}),
    security: endpoint.permission === 'public' ? [] : [{ session: [] }, { token: [] }],
    parameters: [
      ...pathParameters(endpoint, collector),
      ...queryParameters(endpoint, collector),
      ...headers(endpoint),
    ],
    ...requestBody(endpoint, collector),
    responses: { ...replies(endpoint, collector), ...failures(endpoint) },
  };
}

function propertiesOf(schema: z.ZodType | undefined, collector: SchemaCollector) {
  if (!schema) return { properties: {}, required: [] as string[] };
  const described = collector.describe(schema, 'input');
  const name = typeof described.$ref === 'string' ? described.$ref.split('/').at(-1) : undefined;
  const json = name ? (collector.components[name] ?? {}) : described;
  const { properties = {}, required = [] } = json as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return { properties, required };
}

function pathParameters({ path, params }: EndpointDeclaration, collector: SchemaCollector): JsonSchema[] {
  const { properties } = propertiesOf(params, collector);
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: properties[name] ?? { type: 'string' },
  }));
}

function queryParameters({ query }: EndpointDeclaration, collector: SchemaCollector): JsonSchema[] {
  const { properties, required } = propertiesOf(query, collector);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function headers({ method, permission, body, query }: EndpointDeclaration): JsonSchema[] {
  const changes = method !== 'GET';
  const versioned = [body, query].some(
    (schema) => 'lock_version' in ((schema as { shape?: object })?.shape ?? {}),
  );
  return [
    ...(method === 'POST' && permission !== 'public'
      ? [
          header('Idempotency-Key', 'The first answer is kept for a day.', {
            type: 'string',
            minLength: 1,
            maxLength: 128,
          }),
        ]
      : []),
    ...(changes ? [header('X-CSRF-Token', 'From GET /csrf; needed with a session cookie.')] : []),
    ...(versioned ? [header('If-Match', 'The entity tag of the record, instead of lock_version.')] : []),
    ...(changes ? [] : [header('If-None-Match', 'Answers 304 while the record is unchanged.')]),
    ...(permission === 'public'
      ? []
      : [header('X-School-Id', 'Narrows the request to one school.', { type: 'string', format: 'uuid' })]),
  ];
}

function header(name: string, description: string, schema: JsonSchema = { type: 'string' }): JsonSchema {
  return { name, in: 'header', required: false, description, schema };
}

function requestBody(
  { body, body_types, stream }: EndpointDeclaration,
  collector: SchemaCollector,
): JsonSchema {
  if (stream === 'upload' && body_types) {
    const bytes = { schema: { type: 'string', format: 'binary' } };
    return {
      requestBody: {
        required: true,
        content: Object.fromEntries(body_types.map((type) => [type, bytes])),
      },
    };
  }
  if (stream === 'upload') {
    const form = {
      type: 'object',
      properties: { purpose: { type: 'string' }, file: { type: 'string', format: 'binary' } },
    };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: form } } } };
  }
  if (!body) return {};
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: collector.describe(body, 'input') } },
    },
  };
}

function replies({ replies: declared, stream }: EndpointDeclaration, collector: SchemaCollector): JsonSchema {
  return Object.fromEntries(
    Object.entries(declared).map(([status, schema]) => {
      const description = status === '204' ? 'Done, nothing to tell' : 'Done';
      return [status, { description, ...content(status, schema, stream, collector) }];
    }),
  );
}

function content(
  status: string,
  schema: z.ZodType,
  stream: EndpointDeclaration['stream'],
  collector: SchemaCollector,
): JsonSchema {
  if (status === '204' || schema.def.type === 'undefined') return {};
  if (stream === 'download')
    return { content: { 'application/octet-stream': { schema: { type: 'string' } } } };
  if (stream === 'events') return { content: { 'text/event-stream': { schema: { type: 'string' } } } };
  return { content: { 'application/json': { schema: collector.describe(schema, 'output') } } };
}

/** What every operation may answer, by what it declares, and the codes it adds. */
function codesOf({
  permission,
  params,
  query,
  body,
  flag,
  method,
  errors = [],
}: EndpointDeclaration): ErrorCode[] {
  const codes: ErrorCode[] = [
    'request.malformed',
    'not_acceptable',
    'rate_limited',
    'internal',
    'unavailable',
    'query_timeout',
    ...(permission === 'public'
      ? []
      : (['session.required', 'session.expired', 'tenant_suspended', 'forbidden'] as const)),
    ...(permission !== 'public' && method !== 'GET' ? (['csrf_failed'] as const) : []),
    ...(params ? (['not_found'] as const) : []),
    ...(flag ? (['feature_disabled'] as const) : []),
    ...(query || body ? (['request.invalid'] as const) : []),
    ...(body ? (['request.too_large', 'request.unsupported_type'] as const) : []),
    ...(method === 'POST' && permission !== 'public'
      ? (['idempotency.running', 'idempotency_mismatch'] as const)
      : []),
    ...errors,
  ];
  return [...new Set(codes)].sort();
}

function failures(endpoint: EndpointDeclaration): JsonSchema {
  const statuses = new Set(codesOf(endpoint).map((code) => problems[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => [String(status), { $ref: '#/components/responses/Problem' }]),
  );
}

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openApiFile, openApiText } from '../scripts/openapi.ts';
import { endpoints } from '../src/endpoints.ts';
import { problems } from '../src/errors.ts';
import { buildOpenApi } from '../src/openapi.ts';
import { toYaml } from '../src/yaml.ts';

const document = buildOpenApi();
const text = JSON.stringify(document);

test('INT-145 openapi.json is what the declarations say; `npm run generate` writes it', () => {
  expect(readFileSync(openApiFile, 'utf8') === openApiText(), 'run: npm run generate').toBe(true);
});

test('INT-145 every declared operation is there once, with a name of its own and all its path parameters', () => {
  expect(new Set(endpoints.map(({ name }) => name)).size).toBe(endpoints.length);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  expect(operations).toHaveLength(endpoints.length);
  for (const { path, operation } of operations) {
    const parameters = operation.parameters as { name: string; in: string; schema: object }[];
    const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect(operation).toMatchObject({
      'x-permission': expect.any(String),
      'x-rate-class': expect.any(String),
    });
  }
});

test('INT-145 every reference leads somewhere, and nothing of the converter is left', () => {
  for (const [, kind = '', name = ''] of text.matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)) {
    expect(document.components[kind as 'schemas'], name).toHaveProperty([name]);
  }
  expect(text).not.toContain('$defs');
});

test('INT-145 a query is described parameter by parameter and a POST tells of its key', () => {
  const list = document.paths['/schools']?.get as { parameters: { name: string }[] };
  expect(list.parameters.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['limit', 'cursor', 'q', 'state']),
  );
  const create = document.paths['/schools']?.post as {
    parameters: { name: string }[];
    'x-problem-codes': string[];
  };
  expect(create.parameters.map(({ name }) => name)).toContain('Idempotency-Key');
  expect(create['x-problem-codes']).toEqual(expect.arrayContaining(['school.code_taken', 'request.invalid']));
});

test('INT-139 every error code has a status of the published list', () => {
  const statuses = [
    400, 401, 403, 404, 405, 406, 409, 410, 413, 415, 416, 422, 423, 429, 431, 500, 502, 503, 507,
  ];
  for (const [code, { status }] of Object.entries(problems)) expect(statuses, code).toContain(status);
});

test('INT-145 the YAML form holds the same structure', () => {
  expect(toYaml({ a: [1, { b: 'x: y' }], c: {}, d: [] })).toBe(
    '\n"a": \n  - 1\n  - \n    "b": "x: y"\n"c": {}\n"d": []',
  );
});

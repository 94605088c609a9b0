import { createHash } from 'node:crypto';
import { buildOpenApi } from '@k12/contracts/openapi';
import { toYaml } from '@k12/contracts/yaml';
import type { FastifyInstance } from 'fastify';

interface Form {
  path: string;
  type: string;
  write: () => string;
}

const forms: Form[] = [
  {
    path: '/api/v1/openapi.json',
    type: 'application/json; charset=utf-8',
    write: () => JSON.stringify(buildOpenApi()),
  },
  {
    path: '/api/v1/openapi.yaml',
    type: 'application/yaml; charset=utf-8',
    write: () => toYaml(buildOpenApi()).trimStart(),
  },
];

/** The description of the API, for anybody (INT-145). Written once, when somebody first asks. */
export function installOpenApi(app: FastifyInstance): void {
  for (const { path, type, write } of forms) {
    let text: string | undefined;
    let tag = '';
    app.get(path, async (request, reply) => {
      if (text === undefined) {
        text = write();
        tag = `"${createHash('sha1').update(text).digest('base64url')}"`;
      }
      reply.header('etag', tag).header('cache-control', 'public, max-age=300');
      if (request.headers['if-none-match'] === tag) return reply.status(304).send();
      return reply.type(type).send(text);
    });
  }
}

import type { Resource } from '@k12/contracts/planning/resource-records';
import type { ResourceCreate } from '@k12/contracts/planning/resources';
import { createResource } from '@k12/contracts/planning/resources';
import { nextNumber } from './people.ts';
import type { TestActor } from './test-server.ts';

const start = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

/** A PDF of which there is no other, unless the words are given twice. */
export function aPdf(words = `${nextNumber()}`): Buffer {
  return Buffer.from(`${start}%${words}\n`);
}

/** Uploads for the library, as a browser does; gives the id of the upload. */
export async function upload(
  actor: TestActor,
  content: Buffer = aPdf(),
  name = 'Lab sheet.pdf',
  type = 'application/pdf',
  purpose = 'resource',
): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content as never], { type }), name);
  const cookie = Object.entries(actor.cookies).map(([key, value]) => `${key}=${value}`);
  const { origin } = actor.server;
  const headers = { cookie: cookie.join('; '), origin, 'x-csrf-token': await actor.csrf() };
  const reply = await fetch(`${origin}/api/v1/files?purpose=${purpose}`, {
    method: 'POST',
    body: form,
    headers,
  });
  if (reply.status !== 201) throw new Error(`The upload was refused: ${await reply.text()}`);
  return ((await reply.json()) as { id: string }).id;
}

export async function aFile(actor: TestActor, given: Partial<ResourceCreate> = {}): Promise<Resource> {
  const file_id = given.file_id ?? (await upload(actor));
  return actor.call(createResource, { body: { ...given, kind: 'file', file_id } });
}

/** A link that is not asked for its title. */
export function aLink(actor: TestActor, given: Partial<ResourceCreate> = {}): Promise<Resource> {
  const number = nextNumber();
  const named = { title: `Link ${number}`, url: `https://example.test/${number}` };
  return actor.call(createResource, { body: { ...named, ...given, kind: 'link' } });
}

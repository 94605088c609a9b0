import type { Readable } from 'node:stream';
import type { Transaction } from '@k12/db';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { guarded } from '../../../platform/files/storage.ts';
import { checkLink, linkMarks } from './file-links.ts';
import * as queries from './files.queries.ts';

const largest = 15 * 1024 * 1024;

const day = 24 * 60 * 60;

/** The address of a person's picture, for whoever was just shown that person. */
export function portraitUrl(context: Context, fileId: string): string {
  return `/api/v1/files/${fileId}/picture?${linkMarks(context, fileId, day)}`;
}

/**
 * A picture inside a text, for whoever may read that text; undefined when there is none, or what is there is no
 * picture. Hand-ins and other uploads are not reached this way, whatever a text names.
 */
export async function openPicture(
  context: Context,
  id: string,
): Promise<{ content: Readable; content_type: string; size_bytes: number } | undefined> {
  const file = await context.readTenant((tx) => queries.selectOptionalFile(tx, id));
  if (file?.purpose !== 'resource' || !file.content_type.startsWith('image/')) return undefined;
  const size_bytes = Number(file.size_bytes);
  if (size_bytes > largest) return undefined;
  const content = await guarded(() => context.platform.files.open(file.storage_key));
  return { content, content_type: file.content_type, size_bytes };
}

/** Who was handed the link with a text may see the picture in it for as long as the link holds. */
export async function openLinkedPicture(
  context: Context,
  id: string,
  link: { expires: number; signature: string },
) {
  checkLink(context, id, link);
  const portrait = await openPortrait(context, id);
  const picture = portrait ?? (await openPicture(context, id));
  if (!picture) throw new Problem('not_found');
  return { ...picture, kept_seconds: portrait ? day / 2 : 300 };
}

/** A person's picture as long as it is theirs: once it is taken away no link leads to it. */
async function openPortrait(context: Context, id: string) {
  const file = await context.readTenant((tx) => queries.selectOptionalPortrait(tx, id));
  if (!file) return undefined;
  const content = await guarded(() => context.platform.files.open(file.storage_key));
  return { content, content_type: file.content_type, size_bytes: Number(file.size_bytes) };
}

interface Shown {
  content_type: string;
  size_bytes: number;
  kept_seconds?: number;
}

export function pictureHeaders({ content_type, size_bytes, kept_seconds = 300 }: Shown) {
  return {
    'content-type': content_type,
    'content-length': size_bytes,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': `private, max-age=${kept_seconds}`,
  };
}

const named = /"src":"\/api\/v1\/files\/([0-9a-f-]{36})\/content"/g;

/** A text for readers: its pictures by links of their own, for the lasting address in it opens to its uploader alone. */
export async function withPictureLinks<T>(tx: Transaction, context: Context, text: T): Promise<T> {
  const json = JSON.stringify(text) ?? 'null';
  const ids = new Set([...json.matchAll(named)].map(([, id = '']) => id));
  if (ids.size === 0) return text;
  const pictures = new Set(await queries.listPictureIds(tx, [...ids]));
  return JSON.parse(
    json.replace(named, (whole, id: string) =>
      pictures.has(id) ? `"src":"/api/v1/files/${id}/picture?${linkMarks(context, id)}"` : whole,
    ),
  );
}

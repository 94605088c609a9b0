'use client';
import { getFile } from '@k12/contracts/operations/files';
import { useApi } from '@/lib/api/hooks.ts';

/** A stored picture: its address in the text is lasting, the link that shows it is fresh each time. */
export function FileImage({ src, alt }: { src: string; alt: string }) {
  const id = fileIdOf(src);
  const file = useApi(getFile, id ? { params: { id } } : null);
  const shown = id ? file.data?.content_url : src;
  if (!shown) return <span className="text-ink-3">{alt}</span>;
  // biome-ignore lint/performance/noImgElement: core makes the sizes, there is no optimiser to ask
  return <img src={shown} alt={alt} loading="lazy" />;
}

export function fileIdOf(src: string): string | null {
  return /^\/api\/v1\/files\/([0-9a-f-]{36})\/content$/.exec(src)?.[1] ?? null;
}

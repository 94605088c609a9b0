'use client';
import type { Resource } from '@k12/contracts/planning/resource-records';
import { contentOf } from './resource-words.ts';

/** What a browser shows by itself without running anything of the file; the rest is opened or saved (PLN-138). */
export function ResourcePreview({ resource }: { resource: Resource }) {
  const { id, format, title } = resource;
  const src = contentOf(id);
  if (format === 'image')
    return (
      // biome-ignore lint/performance/noImgElement: core has the picture, there is no optimiser to ask
      <img src={src} alt={title} className="max-h-72 w-full rounded-card bg-sunken object-contain" />
    );
  // biome-ignore lint/a11y/useMediaCaption: what teachers upload brings its own captions or none
  if (format === 'audio') return <audio controls preload="none" src={src} className="w-full" />;
  if (format === 'video')
    return (
      // biome-ignore lint/a11y/useMediaCaption: what teachers upload brings its own captions or none
      <video controls preload="none" src={src} className="max-h-72 w-full rounded-card bg-sunken" />
    );
  return null;
}

import { createContext } from 'react';

/** The plan whose texts are read here: whoever may read it may see its pictures. Elsewhere a file is for its uploader. */
export const PicturesOfPlan = createContext<string | null>(null);

export function fileIdOf(src: string): string | null {
  return /^\/api\/v1\/files\/([0-9a-f-]{36})\/content$/.exec(src)?.[1] ?? null;
}

/** Where a picture that a text names is shown from; the text keeps the lasting address of the file. */
export function pictureOfPlan(planId: string, src: string): string {
  const id = fileIdOf(src);
  return id ? `/api/v1/plan_prints/${planId}/pictures/${id}` : src;
}

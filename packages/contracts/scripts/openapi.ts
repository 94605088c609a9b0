import { writeFileSync } from 'node:fs';
import { buildOpenApi } from '../src/openapi.ts';

export const openApiFile = new URL('../openapi.json', import.meta.url);

export function openApiText(): string {
  return `${JSON.stringify(buildOpenApi(), null, 1)}\n`;
}

if (import.meta.main) writeFileSync(openApiFile, openApiText());

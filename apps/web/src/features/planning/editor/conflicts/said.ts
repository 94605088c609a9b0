'use client';
import type { PackField, PackSection, PlanSchema } from '@k12/contracts/planning/packs';
import { linesOfRichText } from '@k12/plan-content/rich-text-lines';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { usePackWords } from '../../pack-words.ts';
import type { PlanDocument } from '../document/plan-document.ts';

export type LabelOf = (path: string) => string;

/** Any value of a plan in words, one line for each part, so that two of them can be compared. */
export function useSaid(): (value: unknown) => string {
  const t = useTranslations('planning-editor.conflict');
  return useCallback((value) => (value === undefined || value === null ? t('nothing') : said(value)), [t]);
}

function said(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  if (Array.isArray(value)) return value.map(said).join('\n');
  if ('type' in value && value.type === 'doc') return linesOfRichText(value);
  return Object.entries(value)
    .filter(([key]) => key !== 'id')
    .map(([, part]) => said(part))
    .join('\n');
}

/** A path as people call the place: section, number of the entry, field. */
export function useLabels(schema: PlanSchema | null, document: PlanDocument): LabelOf {
  const words = usePackWords();
  return useCallback(
    (path) => {
      const [, key = '', id, fieldKey] = path.split('/');
      const section: PackSection | undefined = schema?.sections.find((each) => each.key === key);
      const field: PackField | undefined = section?.fields?.find((each) => each.key === fieldKey);
      const items = document.value(`/${key}`);
      const at = Array.isArray(items) && id ? items.findIndex((item: { id?: string }) => item.id === id) : -1;
      const name = words(section?.label) || key;
      return [at < 0 ? name : `${name} ${at + 1}`, field && words(field.label)].filter(Boolean).join(', ');
    },
    [document, schema, words],
  );
}

import type { PlanSchema } from '@k12/contracts/planning/packs';
import { type Content, isRecord } from '@k12/plan-content/paths';
import { cleanRichText } from '@k12/plan-content/rich-text';

/** The rich texts of these sections without anything that is not part of rich text (PLN-11). */
export function cleanSections(schema: PlanSchema, content: Content, keys: ReadonlySet<string>): Content {
  const cleaned = schema.sections.flatMap((section): [string, unknown][] => {
    const value = content[section.key];
    if (!keys.has(section.key) || value === undefined) return [];
    if (section.kind === 'rich_text') return [[section.key, cleanRichText(value)]];
    const fields = (section.fields ?? []).filter(({ kind }) => kind === 'rich_text');
    if (section.kind !== 'group' || fields.length === 0 || !Array.isArray(value)) return [];
    return [
      [
        section.key,
        value.map((item) =>
          cleanFields(
            item,
            fields.map(({ key }) => key),
          ),
        ),
      ] as const,
    ];
  });
  return { ...content, ...Object.fromEntries(cleaned) };
}

function cleanFields(item: unknown, keys: readonly string[]): unknown {
  if (!isRecord(item)) return item;
  const texts = keys
    .filter((key) => isRecord(item[key]))
    .map((key): [string, unknown] => [key, cleanRichText(item[key])]);
  return { ...item, ...Object.fromEntries(texts) };
}

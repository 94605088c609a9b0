import type { PackSection, PackWords, PlanSchema } from '@k12/contracts/planning/packs';
import type { PlanChange, PlanSnapshot } from '@k12/contracts/planning/plan-diff';
import { diffEntries } from './diff-entries.ts';
import { diffAlignments, diffLessons, diffResources, diffTags } from './diff-sets.ts';
import { type Compared, diffFact, diffText, diffValue } from './diff-values.ts';
import { type DiffBudget, diffBudget } from './word-diff.ts';

/** Words for what a plan has whatever its pack says. */
const ownLabels = {
  title: { en: 'Title', es: 'Título', fr: 'Titre', ar: 'العنوان' },
  duration: { en: 'Minutes', es: 'Minutos', fr: 'Minutes', ar: 'الدقائق' },
  tags: { en: 'Tags', es: 'Etiquetas', fr: 'Étiquettes', ar: 'الوسوم' },
  standards: { en: 'Standards', es: 'Estándares', fr: 'Standards', ar: 'المعايير' },
  resources: { en: 'Resources', es: 'Recursos', fr: 'Ressources', ar: 'الموارد' },
  lessons: { en: 'Lessons', es: 'Lecciones', fr: 'Leçons', ar: 'الدروس' },
} as const satisfies Record<string, PackWords>;

/** Every field in which two states of a plan differ, in the order of the schema (PLN-34, PLN-35, PLN-37). */
export function diffPlans(
  schema: PlanSchema | null,
  before: PlanSnapshot,
  after: PlanSnapshot,
  budget: DiffBudget = diffBudget(),
): PlanChange[] {
  const sections = schema?.sections ?? [];
  const labelOf = (kind: 'standards' | 'resources' | 'lessons') =>
    sections.find((section) => section.kind === kind)?.label ?? ownLabels[kind];
  return [
    ...diffText(
      { path: '/@title', section_key: null, label: ownLabels.title, kind: 'title' },
      before.title,
      after.title,
      budget,
    ),
    ...diffFact(
      { path: '/@duration_minutes', section_key: null, label: ownLabels.duration, kind: 'duration' },
      before.duration_minutes,
      after.duration_minutes,
    ),
    ...sections.flatMap((section) =>
      diffSection(section, before.content[section.key], after.content[section.key], budget),
    ),
    ...diffUnknown(sections, before.content, after.content, budget),
    ...diffAlignments(labelOf('standards'), before.alignments, after.alignments),
    ...diffLessons(labelOf('lessons'), before.lessons, after.lessons),
    ...diffResources(labelOf('resources'), before.resources, after.resources),
    ...diffTags(ownLabels.tags, before.tags, after.tags),
  ];
}

function diffSection(
  section: PackSection,
  before: unknown,
  after: unknown,
  budget: DiffBudget,
): PlanChange[] {
  const { key, kind, label } = section;
  const path = `/${key}`;
  if (kind === 'standards' || kind === 'resources' || kind === 'lessons') return [];
  if (kind === 'list' || kind === 'group') return diffEntries(section, before, after, budget);
  const compared: Compared = { path, section_key: key, label, kind };
  return diffValue(compared, before, after, { options: section.options ?? [], budget });
}

/** Sections that the schema does not know are compared as they are stored: nothing may go unseen. */
function diffUnknown(
  sections: readonly PackSection[],
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  budget: DiffBudget,
): PlanChange[] {
  const known = new Set(sections.map((section) => section.key));
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !known.has(key));
  return keys
    .sort()
    .flatMap((key) =>
      diffText(
        { path: `/${key}`, section_key: key, label: { en: key }, kind: 'unknown' },
        asText(before[key]),
        asText(after[key]),
        budget,
      ),
    );
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}

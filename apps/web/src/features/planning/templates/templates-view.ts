import { GradeLevel } from '@k12/contracts/planning/plan-records';
import { TemplateLevel, type TemplateQuery } from '@k12/contracts/planning/templates';

type Words = Record<string, string | string[] | undefined>;

/** What the address says the library shows: offered templates, unless one's own drafts are asked for. */
export function readTemplatesView(words: Words): { query: Partial<TemplateQuery> } {
  const text = (name: string) => (typeof words[name] === 'string' ? words[name].trim() : '');
  const level = TemplateLevel.options.find((option) => option === words.level);
  const grade_level = GradeLevel.options.find((option) => option === words.grade_level);
  return {
    query: {
      ...(text('q') && { q: text('q') }),
      ...(text('subject') && { subject: text('subject') }),
      ...(text('pack_key') && { pack_key: text('pack_key') }),
      ...(level && { level }),
      ...(grade_level && { grade_level }),
      ...(words.show === 'mine' ? { of: 'mine' as const } : { offered: 'true' as const }),
    },
  };
}

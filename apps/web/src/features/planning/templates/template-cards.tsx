'use client';
import type { Template } from '@k12/contracts/planning/templates';
import { StatusBadge } from '@k12/ui/status-badge';
import { useTranslations } from 'next-intl';
import { Ago } from '../ago.tsx';
import { useGradeWords } from '../grade-words.ts';
import { hueOf } from '../subject-hue.ts';

interface Props {
  templates: readonly Template[];
  onOpen: (template: Template) => void;
}

/** What a template is about, how often it was used and when it changed last (PLN-69). */
export function TemplateCards({ templates, onOpen }: Props) {
  const t = useTranslations('planning-templates');
  const grades = useGradeWords();
  return (
    <ul className="grid gap-3 tablet:grid-cols-2 wide:grid-cols-3">
      {templates.map((template) => (
        <li
          key={template.id}
          data-subject={hueOf(template.subjects[0])}
          className="relative flex min-h-36 flex-col gap-1 overflow-hidden rounded-card border border-line bg-raised p-4 ps-5 before:absolute before:inset-y-0 before:start-0 before:w-1 before:bg-subject hover:border-line-strong"
        >
          <p className="text-small text-ink-3">
            {[...template.subjects, grades(template.grade_levels)].filter(Boolean).join(' · ')}
          </p>
          <button
            type="button"
            onClick={() => onOpen(template)}
            className="text-start font-serif font-semibold text-heading [overflow-wrap:anywhere] after:absolute after:inset-0"
          >
            <bdi>{template.title}</bdi>
          </button>
          {template.description && (
            <p className="line-clamp-2 text-small text-ink-2" dir="auto">
              {template.description}
            </p>
          )}
          <p className="mt-auto flex flex-wrap items-center gap-x-2 gap-y-1 pt-2 text-small text-ink-3">
            <StatusBadge status={template.offered ? 'published' : 'draft'}>
              {t(`levels.${template.level}`)}
            </StatusBadge>
            <span>{t('facts', { lessons: template.lessons_count, uses: template.uses_count })}</span>
            <span>
              <Ago at={template.updated_at} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

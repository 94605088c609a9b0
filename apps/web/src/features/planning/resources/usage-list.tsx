'use client';
import type { ResourceUsage, ResourceUse } from '@k12/contracts/planning/resources';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';

/** The places one may open by name, the others as a number (PLN-131). */
export function UsageList({ usage }: { usage: ResourceUsage }) {
  const t = useTranslations('planning-resources.usage');
  if (usage.count === 0) return <p className="text-small text-ink-3">{t('none')}</p>;
  return (
    <ul className="grid gap-1.5 pb-1">
      {usage.data.map((use) => {
        const href = pageOf(use);
        return (
          <li key={use.attachment_id} className="flex items-baseline gap-2">
            {href ? (
              <AppLink href={href} className="min-w-0 font-medium [overflow-wrap:anywhere] hover:underline">
                <bdi>{use.title}</bdi>
              </AppLink>
            ) : (
              <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">{use.title}</bdi>
            )}
            <span className="shrink-0 text-small text-ink-3">{t(`types.${use.target_type}`)}</span>
          </li>
        );
      })}
      {usage.hidden_count > 0 && (
        <li className="text-small text-ink-3">{t('hidden', { count: usage.hidden_count })}</li>
      )}
    </ul>
  );
}

function pageOf({ target_type, target_id, unit_plan_id }: ResourceUse): string | null {
  if (target_type === 'unit_plan') return paths.planUnit(target_id);
  if (target_type === 'template') return paths.planTemplate(target_id);
  return target_type === 'lesson_plan' && unit_plan_id ? paths.planLesson(unit_plan_id, target_id) : null;
}

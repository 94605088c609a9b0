'use client';
import { Button } from '@k12/ui/button';
import { Circle, CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePackWords } from '../../pack-words.ts';
import { useContentValue, useEditor } from '../editor-context.tsx';
import { focusPath } from '../focus-path.ts';
import { isFilled } from '../frame/is-filled.ts';
import { usePlanParts } from '../plan-parts.tsx';

/** What the plan still needs before it can be handed in or published, and what may stay empty. */
export function Checklist() {
  const t = useTranslations('planning-editor.checklist');
  const { sections } = useEditor();
  const needed = sections.filter(({ required }) => required);
  const others = sections.filter(({ required }) => !required);
  return (
    <div className="grid gap-4">
      <section aria-label={t('needed')}>
        <h3 className="mb-1 text-small font-semibold">{t('needed')}</h3>
        {needed.length === 0 && <p className="text-small text-ink-3">{t('nothingNeeded')}</p>}
        <ul>
          {needed.map(({ key }) => (
            <Check key={key} sectionKey={key} />
          ))}
        </ul>
      </section>
      {others.length > 0 && (
        <section aria-label={t('others')}>
          <h3 className="mb-1 text-small font-semibold">{t('others')}</h3>
          <ul>
            {others.map(({ key }) => (
              <Check key={key} sectionKey={key} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Check({ sectionKey }: { sectionKey: string }) {
  const t = useTranslations('planning-editor.filled');
  const words = usePackWords();
  const { sections } = useEditor();
  const { alignments, lessons, attached } = usePlanParts();
  const value = useContentValue(`/${sectionKey}`);
  const section = sections.find(({ key }) => key === sectionKey);
  if (!section) return null;
  const counts: Record<string, number> = {
    standards: alignments.length,
    lessons: lessons.length,
    resources: attached,
  };
  const count = counts[section.kind];
  const filled = count === undefined ? isFilled(value) : count > 0;
  const state = filled ? 'yes' : section.required ? 'needed' : 'no';
  const Icon = filled ? CircleCheck : section.required ? CircleDashed : Circle;
  return (
    <li>
      <Button
        size="small"
        variant="quiet"
        className="w-full justify-start"
        icon={
          <Icon aria-hidden className={filled ? 'text-ok' : section.required ? 'text-warn' : 'text-ink-3'} />
        }
        onClick={() => focusPath(`/${sectionKey}`)}
      >
        <span className="truncate">{words(section.label)}</span>
        <span className="hidden-visually">{t(state)}</span>
      </Button>
    </li>
  );
}

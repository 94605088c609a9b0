'use client';
import { courseColor } from '@k12/contracts/teaching/courses';
import type { Subject } from '@k12/ui/tone';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';

export type CourseColour = (typeof courseColor.options)[number];

/** The same eight as everywhere; the one of the subject until another is chosen. */
export function ColourChoice({
  chosen,
  onChoose,
}: {
  chosen: Subject;
  onChoose: (color: CourseColour) => void;
}) {
  const t = useTranslations('teaching-courses');
  const name = useId();
  return (
    <div role="radiogroup" aria-label={t('colour')} className="flex flex-wrap items-center gap-2">
      <span aria-hidden className="basis-full font-medium text-ink-2 text-small">
        {t('colour')}
      </span>
      {courseColor.options.map((color) => (
        <label
          key={color}
          data-subject={color}
          title={t(`colours.${color}`)}
          className="relative inline-flex size-8 cursor-pointer items-center justify-center rounded-full bg-subject has-focus-visible:outline-2 has-focus-visible:outline-board has-focus-visible:outline-offset-2"
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 cursor-pointer opacity-0"
            aria-label={t(`colours.${color}`)}
            checked={color === chosen}
            onChange={() => onChoose(color)}
          />
          {color === chosen && <Check aria-hidden size={16} className="text-paper" />}
        </label>
      ))}
    </div>
  );
}

'use client';
import type { PackSection } from '@k12/contracts/planning/packs';
import { memo } from 'react';
import { usePackWords } from '../../pack-words.ts';
import { FieldControl } from './field-control.tsx';
import { SectionFrame } from './section-frame.tsx';

/** A section that is one value: text, rich text, a choice, a number, a rating or a date range. */
export const ValueSection = memo(function ValueSection({ section }: { section: PackSection }) {
  const words = usePackWords();
  return (
    <SectionFrame section={section}>
      <FieldControl
        field={section}
        path={`/${section.key}`}
        label={words(section.label)}
        placeholder={words(section.help)}
        look="document"
      />
    </SectionFrame>
  );
});

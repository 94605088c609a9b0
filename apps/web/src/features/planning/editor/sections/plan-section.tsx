'use client';
import type { PackSection } from '@k12/contracts/planning/packs';
import { memo } from 'react';
import { GroupSection } from './group-section.tsx';
import { LessonsSection } from './lessons-section.tsx';
import { ListSection } from './list-section.tsx';
import { StandardsSection } from './standards-section.tsx';
import { ValueSection } from './value-section.tsx';

/** One section of the pinned schema, by its kind (PLN-59). */
export const PlanSectionView = memo(function PlanSectionView({ section }: { section: PackSection }) {
  switch (section.kind) {
    case 'list':
      return <ListSection section={section} />;
    case 'group':
      return <GroupSection section={section} />;
    case 'standards':
      return <StandardsSection section={section} />;
    case 'lessons':
      return <LessonsSection section={section} />;
    default:
      return <ValueSection section={section} />;
  }
});

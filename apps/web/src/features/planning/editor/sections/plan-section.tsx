'use client';
import type { PackSection } from '@k12/contracts/planning/packs';
import dynamic from 'next/dynamic';
import { memo } from 'react';
import { loaded, withPage } from '@/lib/loaded-part.tsx';
import { StandardsSection } from './standards-section.tsx';
import { ValueSection } from './value-section.tsx';

const ListSection = dynamic(
  withPage(loaded(() => import('./list-section.tsx').then((module) => module.ListSection))),
);

const LessonsSection = dynamic(
  withPage(loaded(() => import('./lessons-section.tsx').then((module) => module.LessonsSection))),
);

const GroupSection = dynamic(
  withPage(loaded(() => import('./group-section.tsx').then((module) => module.GroupSection))),
);

const ResourcesSection = dynamic(
  withPage(
    loaded(() => import('../../resources/resources-section.tsx').then((module) => module.ResourcesSection)),
  ),
);

/** One section of the pinned schema, by its kind (PLN-59). */
export const PlanSectionView = memo(function PlanSectionView({ section }: { section: PackSection }) {
  switch (section.kind) {
    case 'list':
      return <ListSection section={section} />;
    case 'group':
      return <GroupSection section={section} />;
    case 'standards':
      return <StandardsSection section={section} />;
    case 'resources':
      return <ResourcesSection section={section} />;
    case 'lessons':
      return <LessonsSection section={section} />;
    default:
      return <ValueSection section={section} />;
  }
});

'use client';
import type { PackSection } from '@k12/contracts/planning/packs';
import { SkeletonRows } from '@k12/ui/skeleton';
import dynamic from 'next/dynamic';
import { memo } from 'react';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { StandardsSection } from './standards-section.tsx';
import { ValueSection } from './value-section.tsx';

const ListSection = dynamic(
  loaded(() => import('./list-section.tsx').then((module) => module.ListSection)),
  { loading: () => <SkeletonRows rows={2} /> },
);

const LessonsSection = dynamic(
  loaded(() => import('./lessons-section.tsx').then((module) => module.LessonsSection)),
  { loading: nothingYet },
);

const GroupSection = dynamic(
  loaded(() => import('./group-section.tsx').then((module) => module.GroupSection)),
  { loading: nothingYet },
);

const ResourcesSection = dynamic(
  loaded(() => import('../../resources/resources-section.tsx').then((module) => module.ResourcesSection)),
  { loading: nothingYet },
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

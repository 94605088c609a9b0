'use client';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Student } from './use-student.ts';

/** A guardian with several children says whose things these are; with one there is nothing to choose. */
export function ChildChoice({ student }: { student: Student }) {
  const t = useTranslations('learn');
  const router = useRouter();
  const pathname = usePathname();
  if (student.isOwn || student.children.length === 0) return null;
  const [only] = student.children;
  if (student.children.length === 1 && only)
    return (
      <p className="mb-2 text-body text-ink-2">
        <bdi>{only.name}</bdi>
      </p>
    );
  return (
    <SegmentedControl
      className="mb-4 max-w-full overflow-x-auto"
      label={t('child')}
      options={student.children.map(({ id, name }) => ({ value: id, label: <bdi>{name}</bdi> }))}
      value={student.id ?? ''}
      onValueChange={(id) => router.replace(`${pathname}?student=${id}`)}
    />
  );
}

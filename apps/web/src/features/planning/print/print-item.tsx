'use client';
import type { SheetKind } from '@k12/contracts/planning/sheets';
import { MenuItem } from '@k12/ui/menu';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths.ts';

/** In the menu of what can be printed: to its sheet (UXP-98). */
export function PrintItem({ kind, id }: { kind: SheetKind; id: string }) {
  const t = useTranslations('planning-print');
  return <Item kind={kind} id={id} label={t('print')} />;
}

const ofCourse = ['gradebook', 'roster', 'seating'] as const;

/** Where a course has one menu for all of its sheets. */
export function CoursePrintItems({ courseId }: { courseId: string }) {
  const t = useTranslations('planning-print');
  return ofCourse.map((kind) => <Item key={kind} kind={kind} id={courseId} label={t(`sheets.${kind}`)} />);
}

function Item({ kind, id, label }: { kind: SheetKind; id: string; label: string }) {
  const router = useRouter();
  return <MenuItem onPress={() => router.push(paths.printSheet(kind, id))}>{label}</MenuItem>;
}

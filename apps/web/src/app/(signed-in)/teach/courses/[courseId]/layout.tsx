import { getCourse } from '@k12/contracts/teaching/courses';
import type { ReactNode } from 'react';
import { CourseShell } from '@/features/teaching/courses/course-shell.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { layoutTexts } from '@/lib/page-texts.ts';
import { pages } from '@/lib/pages.ts';
import { MoreTexts } from '@/shell/more-texts.tsx';

interface Props {
  params: Promise<{ courseId: string }>;
  children: ReactNode;
}

export default async function CourseLayout({ params, children }: Props) {
  const { courseId } = await params;
  const request = { params: { id: courseId } };
  const { fallback } = await loadPage(pages.teachCourse, [[getCourse, request]]);
  return (
    <MoreTexts texts={await layoutTexts('/(signed-in)/teach/courses/[courseId]/layout')}>
      <CourseShell courseId={courseId} fallback={fallback}>
        {children}
      </CourseShell>
    </MoreTexts>
  );
}

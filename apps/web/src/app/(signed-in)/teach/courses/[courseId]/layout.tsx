import { getCourse } from '@k12/contracts/teaching/courses';
import type { ReactNode } from 'react';
import { CourseShell } from '@/features/teaching/courses/course-shell.tsx';
import { loadPage } from '@/lib/api/server.ts';
import { pages } from '@/lib/pages.ts';

interface Props {
  params: Promise<{ courseId: string }>;
  children: ReactNode;
}

export default async function CourseLayout({ params, children }: Props) {
  const { courseId } = await params;
  const request = { params: { id: courseId } };
  const { fallback } = await loadPage(pages.teachCourse, [[getCourse, request]]);
  return (
    <CourseShell courseId={courseId} fallback={fallback}>
      {children}
    </CourseShell>
  );
}

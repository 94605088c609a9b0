'use client';
import type { LearnerCourse } from '@k12/contracts/teaching/learning';
import { Button } from '@k12/ui/button';
import { SkeletonRows } from '@k12/ui/skeleton';
import { FlaskConical, Sigma } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { loaded } from '@/lib/loaded-part.tsx';
import type { Student } from './use-student.ts';

const loading = () => <SkeletonRows rows={4} />;
const TotalArithmetic = dynamic(
  loaded(() => import('./total-arithmetic.tsx').then((module) => module.TotalArithmetic)),
  { loading },
);
const WhatIfPart = dynamic(
  loaded(() => import('./what-if/what-if-part.tsx').then((module) => module.WhatIfPart)),
  { loading },
);

type Tool = 'arithmetic' | 'what_if';

/** What can be asked of a total that is shown: how it came about, and what would change it (PPL-19, PPL-21). */
export function TotalTools({ course, student }: { course: LearnerCourse; student: Student }) {
  const t = useTranslations('learn');
  const [tool, setTool] = useState<Tool | null>(null);
  if (course.shows_totals !== 'yes' || !student.id) return null;
  const ids = { courseId: course.id, studentId: student.id };
  const choice = (value: Tool, icon: ReactNode, label: string) => (
    <Button
      size="small"
      icon={icon}
      aria-expanded={tool === value}
      onClick={() => setTool(tool === value ? null : value)}
    >
      {label}
    </Button>
  );
  return (
    <div className="mb-3 grid gap-3">
      <div className="flex flex-wrap gap-2">
        {course.total && choice('arithmetic', <Sigma aria-hidden />, t('explain'))}
        {student.isOwn && choice('what_if', <FlaskConical aria-hidden />, t('tryScores'))}
      </div>
      {tool === 'arithmetic' && <TotalArithmetic {...ids} />}
      {tool === 'what_if' && <WhatIfPart {...ids} />}
    </div>
  );
}

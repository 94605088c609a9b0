'use client';
import { explainTotal } from '@k12/contracts/teaching/totals';
import { Button } from '@k12/ui/button';
import dynamic from 'next/dynamic';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { loadedQuietly, nothingYet } from '@/lib/loaded-part.tsx';
import { RegionBody } from '@/shell/region.tsx';

const Arithmetic = dynamic(
  loadedQuietly(() =>
    import('@/features/teaching/gradebook/arithmetic.tsx').then((module) => module.Arithmetic),
  ),
  { loading: nothingYet },
);

/** The total opened to its arithmetic, in the teacher's own words and numbers, from posted grades alone (PPL-19). */
export function TotalArithmetic({ courseId, studentId }: { courseId: string; studentId: string }) {
  const t = useTranslations('learn');
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const reply = useApi(
    explainTotal,
    isOpen ? { params: { id: courseId, student_id: studentId }, query: {} } : null,
  );
  const mark = new Intl.NumberFormat(locale).format(1.5).includes(',') ? ',' : '.';
  return (
    <div className="mb-3 grid gap-3">
      <div>
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('explain')}
        </Button>
      </div>
      {isOpen && (
        <RegionBody reply={reply}>
          {(explanation) => <Arithmetic explanation={explanation} mark={mark} />}
        </RegionBody>
      )}
    </div>
  );
}

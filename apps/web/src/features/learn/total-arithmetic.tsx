'use client';
import { explainTotal } from '@k12/contracts/teaching/totals';
import { useLocale } from 'next-intl';
import { Arithmetic } from '@/features/teaching/gradebook/arithmetic.tsx';
import { useApi } from '@/lib/api/hooks.ts';
import { decimalMark } from '@/lib/locales.ts';
import { RegionBody } from '@/shell/region.tsx';

/** The total opened to its arithmetic, in the teacher's own words and numbers, from posted grades alone (PPL-19). */
export function TotalArithmetic({ courseId, studentId }: { courseId: string; studentId: string }) {
  const locale = useLocale();
  const reply = useApi(explainTotal, { params: { id: courseId, student_id: studentId }, query: {} });
  const mark = decimalMark(locale);
  return (
    <RegionBody reply={reply}>
      {(explanation) => <Arithmetic explanation={explanation} mark={mark} />}
    </RegionBody>
  );
}

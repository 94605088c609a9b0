'use client';
import type { CurriculumMap } from '@k12/contracts/planning/curriculum-map';
import { Checkbox } from '@k12/ui/checkbox';
import { LinkButton } from '@k12/ui/link-button';
import { Download } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { AddressSelect } from '@/shell/address-select.tsx';
import { useGradeWords } from '../grade-words.ts';
import { BaselineFilter } from './baseline-filter.tsx';

/** Grade across subjects, or a subject through the grades; own courses or all. */
export function MapFilters({ map, admin }: { map: CurriculumMap; admin: boolean }) {
  const t = useTranslations('planning-map');
  const gradeWords = useGradeWords();
  const { read, write } = useAddress();
  return (
    <div className="mt-1 mb-4 flex flex-wrap items-center gap-2 print:hidden [&>*]:min-w-32">
      {map.filters.schools.length > 1 && (
        <AddressSelect
          name="school_id"
          label={t('school')}
          all={t('allSchools')}
          options={map.filters.schools.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <AddressSelect
        name="grade_level"
        label={t('grade')}
        all={t('allGrades')}
        options={map.filters.grade_levels.map((grade) => ({ value: grade, label: gradeWords([grade]) }))}
      />
      <AddressSelect
        name="subject"
        label={t('subject')}
        all={t('allSubjects')}
        options={map.filters.subjects.map((subject) => ({ value: subject, label: subject }))}
      />
      <AddressSelect
        name="by"
        label={t('group')}
        all={t('groups.none')}
        options={(['grade', 'subject'] as const).map((value) => ({ value, label: t(`groups.${value}`) }))}
      />
      {admin ? (
        <BaselineFilter map={map} />
      ) : (
        <Checkbox
          label={t('mine')}
          checked={read('mine') === 'true'}
          onCheckedChange={(checked) => write({ mine: checked ? 'true' : null })}
        />
      )}
      <MapExport />
    </div>
  );
}

const exported = ['school_id', 'grade_level', 'subject', 'mine'];

/** What the filters leave, as a table for a spreadsheet (PLN-109). */
function MapExport() {
  const t = useTranslations('planning-map');
  const words = [...useSearchParams()].filter(([name]) => exported.includes(name));
  return (
    <LinkButton
      href={`/api/v1/curriculum_map/export?${new URLSearchParams(words)}`}
      icon={<Download aria-hidden />}
      download
    >
      {t('csv')}
    </LinkButton>
  );
}

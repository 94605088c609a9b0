'use client';
import type { AcademicYear } from '@k12/contracts/identity/academic-years';
import { gradeLevels } from '@k12/contracts/planning/plan-records';
import { MultiSelect } from '@k12/ui/multi-select';
import { SelectField } from '@k12/ui/select-field';
import { TextField } from '@k12/ui/text-field';
import { useTranslations } from 'next-intl';
import { ColourChoice } from './colour-choice.tsx';
import { courseHue } from './course-hue.ts';
import type { Chosen, useCourseForm } from './use-course-form.ts';

type CourseBeingMade = ReturnType<typeof useCourseForm>;
type Words = 'name' | 'subject' | 'code';
type Known = Pick<Chosen, 'grades' | 'color' | 'subject'>;

interface WordProps {
  course: {
    form: {
      field: (
        name: Words,
        rules: { label: string; required?: boolean; maxLength: number },
      ) => ReturnType<CourseBeingMade['form']['field']>;
    };
    chosen: Known;
    choose: (part: Partial<Known>) => void;
  };
}

/** What a course is called and known by. */
export function CourseWordFields({ course: { form, chosen, choose } }: WordProps) {
  const t = useTranslations('teaching-courses.new');
  const subject = form.field('subject', { label: t('subject'), maxLength: 80 });
  return (
    <>
      <TextField
        {...form.field('name', { label: t('name'), required: true, maxLength: 120 })}
        autoComplete="off"
      />
      <div className="grid grid-cols-2 gap-4">
        <TextField
          {...subject}
          onChange={(event) => {
            choose({ subject: event.target.value });
            return subject.onChange(event);
          }}
          autoComplete="off"
        />
        <TextField
          {...form.field('code', { label: t('code'), maxLength: 40 })}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <MultiSelect
        label={t('grades')}
        values={chosen.grades}
        onValuesChange={(grades) => choose({ grades: gradeLevels.filter((one) => grades.includes(one)) })}
        options={gradeLevels.map((value) => ({ value, label: t('grade', { grade: value }) }))}
      />
      <ColourChoice chosen={courseHue(chosen)} onChoose={(color) => choose({ color })} />
    </>
  );
}

interface PlaceProps {
  course: CourseBeingMade;
  years: readonly AcademicYear[];
}

/** Where and when it runs, with the section it begins with. */
export function CoursePlaceFields({ course: { form, schools, terms, choose }, years }: PlaceProps) {
  const t = useTranslations('teaching-courses.new');
  return (
    <>
      {schools.length > 1 && (
        <SelectField
          {...form.field('school_id', { label: t('school'), required: true })}
          onValueChange={(school_id) => choose({ school_id })}
          options={schools.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <div className="grid grid-cols-2 gap-4">
        <SelectField
          {...form.field('academic_year_id', { label: t('year'), required: true })}
          onValueChange={(year_id) => choose({ year_id })}
          options={years.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          {...form.field('term_id', { label: t('term') })}
          placeholder={t('wholeYear')}
          options={terms.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <TextField
        {...form.field('section_name', { label: t('section'), required: true, maxLength: 120 })}
        hint={t('sectionHint')}
        autoComplete="off"
      />
    </>
  );
}

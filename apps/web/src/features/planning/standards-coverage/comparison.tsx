'use client';
import { listAcademicYears } from '@k12/contracts/identity/academic-years';
import { type CoverageComparison, type Covered, compareCoverage } from '@k12/contracts/planning/coverage';
import { listCourses } from '@k12/contracts/teaching/courses';
import { Badge } from '@k12/ui/badge';
import { EmptyState } from '@k12/ui/empty-state';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { SimpleTable } from '@k12/ui/simple-table';
import { ArrowLeftRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAddress } from '@/lib/address.ts';
import { isId } from '@/lib/address-values.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useSession } from '@/lib/session-context.tsx';
import { AddressSelect } from '@/shell/address-select.tsx';
import { RegionBody } from '@/shell/region.tsx';
import type { CoverageWords } from './coverage-view.ts';

/** What can stand side by side, by the name of its filter. */
const kinds = { course: 'course_id', year: 'academic_year_id', school: 'school_id' } as const;
type Kind = keyof typeof kinds;
const isKind = (word: string): word is Kind => Object.hasOwn(kinds, word);

/** Two courses, years or schools, and only the standards in which they differ (PLN-100). */
export function Comparison({ scope }: { scope: CoverageWords }) {
  const t = useTranslations('planning-standards.coverage.compare');
  const { me } = useSession();
  const { read, write } = useAddress();
  const asked = read('of');
  const kind = isKind(asked) ? asked : 'course';
  const offered = (['course', 'year', 'school'] as const).filter(
    (one) => one !== 'school' || me.schools.length > 1,
  );
  const [left, right] = [read('left'), read('right')];
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <SegmentedControl
          label={t('of')}
          value={kind}
          onValueChange={(of) => write({ of, left: null, right: null })}
          options={offered.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <Sides kind={kind} />
      </div>
      {isId(left) && isId(right) && left !== right ? (
        <Differences scope={scope} kind={kind} left={left} right={right} />
      ) : (
        <EmptyState icon={<ArrowLeftRight aria-hidden />} title={t('chooseTitle')}>
          {t('chooseText')}
        </EmptyState>
      )}
    </div>
  );
}

function Sides({ kind }: { kind: Kind }) {
  const t = useTranslations('planning-standards.coverage.compare');
  const options = useOptions(kind);
  return (
    <div className="grid min-w-0 basis-full grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-2 tablet:max-w-160 tablet:flex-1 tablet:basis-0">
      <AddressSelect name="left" label={t('left')} all={t('choose')} options={options} />
      <ArrowLeftRight aria-hidden className="text-ink-3" />
      <AddressSelect name="right" label={t('right')} all={t('choose')} options={options} />
    </div>
  );
}

/** A teacher compares own courses, whoever leads all of them. */
function useOptions(kind: Kind): { value: string; label: string }[] {
  const { me } = useSession();
  const mine = 'unit_plans.approve' in me.capabilities ? {} : { mine: 'true' };
  const courses = useApi(listCourses, kind === 'course' ? { query: { limit: 200, ...mine } } : null);
  const years = useApi(listAcademicYears, kind === 'year' ? { query: { limit: 50 } } : null);
  const rows = kind === 'school' ? me.schools : kind === 'year' ? years.data?.data : courses.data?.data;
  return (rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

interface DifferencesProps {
  scope: CoverageWords;
  kind: Kind;
  left: string;
  right: string;
}

function Differences({ scope, kind, left, right }: DifferencesProps) {
  // Each side would count its own grades: what one of them never teaches must not drop out of the comparison.
  const { course_id: _course, school_id: _school, taught_grades: _grades, ...rest } = scope;
  const query = { ...rest, [kinds[kind]]: left, [`with_${kinds[kind]}`]: right };
  const reply = useApi(compareCoverage, { query });
  return <RegionBody reply={reply}>{(comparison) => <Compared comparison={comparison} />}</RegionBody>;
}

function Compared({ comparison }: { comparison: CoverageComparison }) {
  const t = useTranslations('planning-standards.coverage.compare');
  const { left, right, data, same_count, differences_count } = comparison;
  const side = (name: 'left' | 'right') => ({
    key: name,
    header: <SideHead side={comparison[name]} />,
    cell: (row: CoverageComparison['data'][number]) => <State covered={row[name]} />,
  });
  return (
    <div className="grid gap-3">
      <p className="text-ink-2">{t('summary', { different: differences_count, same: same_count })}</p>
      {data.length === 0 ? (
        <EmptyState title={t('alikeTitle')}>{t('alikeText')}</EmptyState>
      ) : (
        <SimpleTable
          label={t('label', { left: left.name, right: right.name })}
          rows={data}
          rowKey={({ standard }) => standard.id}
          columns={[
            {
              key: 'standard',
              header: t('standard'),
              cell: ({ standard }) => (
                <span className="block min-w-48">
                  <span className="font-semibold text-board tabular-nums">{standard.code}</span>{' '}
                  <span className="text-ink-2">{standard.statement}</span>
                </span>
              ),
            },
            side('left'),
            side('right'),
          ]}
        />
      )}
      {differences_count > data.length && (
        <p className="text-small text-ink-3">{t('more', { count: differences_count - data.length })}</p>
      )}
    </div>
  );
}

function SideHead({ side: { name, totals } }: { side: CoverageComparison['left'] }) {
  const t = useTranslations('planning-standards.coverage');
  return (
    <span className="block min-w-36">
      <bdi className="block">{name}</bdi>
      <span className="block font-regular text-ink-3 tabular-nums">
        {t('compare.totals', { planned: totals.planned, taught: totals.taught, all: totals.denominator })}
      </span>
    </span>
  );
}

const measures = ['planned', 'taught', 'assessed'] as const;

function State({ covered }: { covered: Covered }) {
  const t = useTranslations('planning-standards.coverage');
  const held = measures.filter((measure) => covered[measure]);
  if (held.length === 0) return <span className="text-ink-3">{t('compare.none')}</span>;
  return (
    <span className="flex flex-wrap items-center gap-1">
      {held.map((measure) => (
        <Badge
          key={measure}
          tone={measure === 'assessed' ? 'ok' : measure === 'taught' ? 'board' : 'neutral'}
        >
          {t(`measures.${measure}`)}
        </Badge>
      ))}
    </span>
  );
}

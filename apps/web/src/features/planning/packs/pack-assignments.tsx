'use client';
import { listAcademicYears } from '@k12/contracts/identity/academic-years';
import { listSchools } from '@k12/contracts/identity/schools';
import {
  createPackFreeze,
  deletePackFreeze,
  getPackAssignments,
  type PackAssignments,
  type PlannerPackSummary,
  putPackAssignment,
} from '@k12/contracts/planning/pack-admin';
import { Button } from '@k12/ui/button';
import { SelectField } from '@k12/ui/select-field';
import { Tag } from '@k12/ui/tag';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { Region } from '@/shell/region.tsx';
import { usePackWords } from '../pack-words.ts';

type Pack = PlannerPackSummary;
const nameOf = (pin: { pack_key: string; pack_version: number }) => `${pin.pack_key}@${pin.pack_version}`;

/** Where which form applies: the narrowest decision wins, a frozen year keeps its own (PLN-62). */
export function PackAssignmentsRegion({ packs }: { packs: readonly Pack[] }) {
  const t = useTranslations('planning-packs');
  const assignments = useApi(getPackAssignments, {});
  return (
    <>
      <Region title={t('where')} reply={assignments}>
        {(found) => <Places found={found} packs={packs.filter(({ can }) => can.assign)} />}
      </Region>
      <Region title={t('frozen')} reply={assignments}>
        {(found) => <Years found={found} packs={packs.filter(({ can }) => can.assign)} />}
      </Region>
    </>
  );
}

function usePackOptions(packs: readonly Pack[]) {
  const t = useTranslations('planning-packs');
  const words = usePackWords();
  return packs.map(({ key, version, label, shipped }) => ({
    value: nameOf({ pack_key: key, pack_version: version }),
    label: shipped ? words(label) : t('labelVersion', { name: words(label), number: version }),
  }));
}

function Places({ found, packs }: { found: PackAssignments; packs: readonly Pack[] }) {
  const t = useTranslations('planning-packs');
  const words = usePackWords();
  const attempt = useAttempt();
  const schools = useApi(listSchools, { query: { state: 'active', limit: 200 } });
  const options = usePackOptions(packs);
  const put = useChange(putPackAssignment, ['pack_assignments.', 'planner.']);
  const assign = (scope: 'tenant' | 'school', target_id: string | null, value: string) => {
    const pack = packs.find(({ key, version }) => nameOf({ pack_key: key, pack_version: version }) === value);
    const body = { scope, target_id, pack: pack ? { key: pack.key, version: pack.version } : null };
    return attempt(() => put({ body }), { done: t('assigned') });
  };
  const inForce = (scope: string, schoolId: string | null) =>
    found.assignments.find((row) => row.scope === scope && row.school_id === schoolId);
  const chosen = (scope: string, schoolId: string | null) => {
    const row = inForce(scope, schoolId);
    return row ? nameOf(row) : '';
  };
  const courses = found.assignments.filter(({ scope }) => scope === 'course');
  return (
    <div className="grid gap-4 tablet:grid-cols-2 wide:grid-cols-3">
      {found.can.assign_tenant && (
        <SelectField
          label={t('everywhere')}
          value={chosen('tenant', null)}
          placeholder={t('platformDefault', { name: words(found.platform_default.pack_label) })}
          onValueChange={(value) => void assign('tenant', null, value)}
          options={options}
        />
      )}
      {(schools.data?.data ?? []).map(({ id, name }) => (
        <SelectField
          key={id}
          label={name}
          value={chosen('school', id)}
          placeholder={t('asEverywhere')}
          onValueChange={(value) => void assign('school', id, value)}
          options={options}
        />
      ))}
      {courses.length > 0 && (
        <p className="col-span-full text-ink-2 text-small">
          {t('courses')}{' '}
          {courses
            .map(({ course_name, pack_label }) => `${course_name ?? ''}: ${words(pack_label)}`)
            .join(' · ')}
        </p>
      )}
    </div>
  );
}

function Years({ found, packs }: { found: PackAssignments; packs: readonly Pack[] }) {
  const t = useTranslations('planning-packs');
  const words = usePackWords();
  const attempt = useAttempt();
  const years = useApi(listAcademicYears, { query: { limit: 20 } });
  const options = usePackOptions(packs);
  const freeze = useChange(createPackFreeze, ['pack_assignments.', 'planner.']);
  const thaw = useChange(deletePackFreeze, ['pack_assignments.', 'planner.']);
  const open = (years.data?.data ?? []).filter(
    ({ id, state }) => state !== 'closed' && !found.freezes.some((row) => row.academic_year_id === id),
  );
  const freezeYear = (academic_year_id: string, value: string) => {
    const pack = packs.find(({ key, version }) => nameOf({ pack_key: key, pack_version: version }) === value);
    if (!pack) return;
    const body = { academic_year_id, pack_key: pack.key, pack_version: pack.version };
    void attempt(() => freeze({ body }), { done: t('frozenNow') });
  };
  return (
    <div className="grid gap-3">
      <p className="text-ink-2 text-small">{t('frozenText')}</p>
      <ul className="grid gap-2">
        {found.freezes.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-3">
            <span className="font-semibold">{row.academic_year_name}</span>
            <Tag label={words(row.pack_label)} />
            {found.can.freeze && (
              <Button
                size="small"
                variant="quiet"
                onClick={() => void attempt(() => thaw({ params: { id: row.id } }), { done: t('thawed') })}
              >
                {t('thaw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {found.can.freeze && (
        <div className="grid gap-4 tablet:grid-cols-2 wide:grid-cols-3">
          {open.map(({ id, name }) => (
            <SelectField
              key={id}
              label={t('freeze', { year: name })}
              value=""
              placeholder={t('notFrozen')}
              onValueChange={(value) => freezeYear(id, value)}
              options={options}
            />
          ))}
        </div>
      )}
    </div>
  );
}

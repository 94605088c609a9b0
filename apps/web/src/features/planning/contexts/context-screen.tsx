'use client';
import {
  deleteContext,
  getContext,
  type PlanningContext,
  updateContext,
} from '@k12/contracts/planning/contexts';
import {
  type CurriculumDocument,
  listCurriculumDocuments,
  listUnitPlans,
  type UnitPlan,
} from '@k12/contracts/planning/plans';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { IconButton } from '@k12/ui/icon-button';
import { List, ListRow } from '@k12/ui/list-row';
import { Menu, MenuItem } from '@k12/ui/menu';
import { PageHeader, SubjectDot } from '@k12/ui/page-header';
import { Ellipsis, Pencil } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { useRecordCrumb } from '@/shell/crumbs.ts';
import { PersonAvatar } from '@/shell/person-avatar.tsx';
import { Region, RegionBody } from '@/shell/region.tsx';
import { useGradeWords } from '../grade-words.ts';
import { PlanStateBadges } from '../plan-state.tsx';
import { hueOf } from '../subject-hue.ts';

const EditContext = dynamic(
  loaded(() => import('./edit-context.tsx').then((module) => module.EditContext)),
  { loading: nothingYet },
);

/** What a team plans: its units by subject and grade, its documents, who belongs to it and for which courses. */
export function ContextScreen({ id }: { id: string }) {
  const context = useApi(getContext, { params: { id } });
  useRecordCrumb(context.data?.name);
  return <RegionBody reply={context}>{(shown) => <Shown context={shown} />}</RegionBody>;
}

function Shown({ context }: { context: PlanningContext }) {
  const t = useTranslations('planning-contexts');
  const query = { query: { planning_context_id: context.id, sort: 'title' as const, limit: 100 } };
  const units = useApi(listUnitPlans, query);
  const documents = useApi(listCurriculumDocuments, query);
  return (
    <>
      <PageHeader
        title={<bdi>{context.name}</bdi>}
        status={context.archived_at && <Badge>{t('views.archived')}</Badge>}
        description={[t(`kinds.${context.kind}`), context.academic_year_name].join(' · ')}
        actions={context.can.update && <Actions context={context} />}
      />
      <div className="mt-8 grid gap-10 laptop:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="grid content-start gap-8">
          <Region title={t('units')} reply={units}>
            {({ data }) => <PlanRows plans={data} href={paths.planUnit} none={t('noUnits')} />}
          </Region>
          <Region title={t('documents')} reply={documents}>
            {({ data }) => <PlanRows plans={data} href={paths.planDocument} none={t('noDocuments')} />}
          </Region>
        </div>
        <aside className="grid content-start gap-8">
          <section aria-label={t('people')}>
            <h2 className="mb-3 text-large font-semibold">{t('people')}</h2>
            <ul className="grid gap-2">
              {context.members.map(({ id, display_name }) => (
                <li key={id} className="flex items-center gap-2">
                  <PersonAvatar id={id} name={display_name} size="small" />
                  <bdi>{display_name}</bdi>
                </li>
              ))}
            </ul>
          </section>
          <section aria-label={t('courses')}>
            <h2 className="mb-3 text-large font-semibold">{t('courses')}</h2>
            {context.courses.length === 0 && <p className="text-ink-3">{t('noCourses')}</p>}
            <ul className="grid gap-2">
              {context.courses.map(({ id, name, subject }) => (
                <li key={id} className="flex items-center gap-2">
                  <SubjectDot subject={hueOf(subject || name)} />
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </>
  );
}

interface RowsProps {
  plans: readonly (UnitPlan | CurriculumDocument)[];
  href: (id: string) => string;
  none: string;
}

function PlanRows({ plans, href, none }: RowsProps) {
  const grades = useGradeWords();
  if (plans.length === 0) return <p className="text-ink-3">{none}</p>;
  return (
    <List framed>
      {plans.map((plan) => (
        <ListRow
          key={plan.id}
          href={href(plan.id)}
          lead={<SubjectDot subject={hueOf(plan.subjects[0])} />}
          title={<bdi>{plan.title}</bdi>}
          description={[...plan.subjects, grades(plan.grade_levels)].filter(Boolean).join(' · ')}
          end={
            <span className="flex flex-wrap justify-end gap-1">
              <PlanStateBadges plan={plan} />
            </span>
          }
        />
      ))}
    </List>
  );
}

function Actions({ context }: { context: PlanningContext }) {
  const t = useTranslations('planning-contexts');
  const router = useRouter();
  const attempt = useAttempt();
  const [isEditing, setEditing] = useState(false);
  const update = useChange(updateContext);
  const remove = useChange(deleteContext, ['planning_contexts.']);
  const { id, lock_version, archived_at } = context;
  const params = { id };
  const put = (archived: boolean) => attempt(() => update({ params, body: { archived, lock_version } }));
  const take = async () => {
    if (await attempt(() => remove({ params }), { done: t('deleted') })) router.push(paths.planContexts());
  };
  return (
    <>
      <Button icon={<Pencil aria-hidden />} onClick={() => setEditing(true)}>
        {t('edit')}
      </Button>
      <Menu align="end" trigger={<IconButton label={t('more')} icon={<Ellipsis aria-hidden />} />}>
        <MenuItem onPress={() => void put(archived_at === null)}>
          {t(archived_at === null ? 'archive' : 'unarchive')}
        </MenuItem>
        {context.plans_count === 0 && (
          <MenuItem danger onPress={() => void take()}>
            {t('delete')}
          </MenuItem>
        )}
      </Menu>
      {isEditing && <EditContext context={context} onClose={() => setEditing(false)} />}
    </>
  );
}

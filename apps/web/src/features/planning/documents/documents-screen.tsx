'use client';
import { type CurriculumDocument, listCurriculumDocuments } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { List, ListRow } from '@k12/ui/list-row';
import { PageHeader, SubjectDot } from '@k12/ui/page-header';
import { SegmentedControl } from '@k12/ui/segmented-control';
import { FileStack, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useList } from '@/lib/api/list.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { Ago } from '../ago.tsx';
import { useGradeWords } from '../grade-words.ts';
import { PlanStateBadges } from '../plan-state.tsx';
import { PlanTabs } from '../plan-tabs.tsx';
import { hueOf } from '../subject-hue.ts';
import { readDocumentsView, whose } from './documents-view.ts';

const NewDocument = dynamic(
  loaded(() => import('./new-document.tsx').then((module) => module.NewDocument)),
  { loading: nothingYet },
);

/** Scope and sequence, programmes and whatever else the packs know: written in the same editor as units (PLN-17). */
export function DocumentsScreen() {
  const t = useTranslations('planning-documents');
  const { write } = useAddress();
  const params = useSearchParams();
  const { me } = useSession();
  const request = useMemo(() => readDocumentsView(Object.fromEntries(params)), [params]);
  const documents = useList(listCurriculumDocuments, request);
  const [isNew, setNew] = useState(false);
  const add = 'unit_plans.create' in me.capabilities && (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setNew(true)}>
      {t('new')}
    </Button>
  );
  const of = whose.find((one) => one === params.get('of')) ?? 'all';
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} actions={add} />
      <div className="mt-4">
        <PlanTabs />
      </div>
      <div className="mb-4">
        <SegmentedControl
          label={t('show')}
          value={of}
          onValueChange={(next) => write({ of: next === 'all' ? null : next })}
          options={['all', ...whose].map((value) => ({ value, label: t(`of.${value}`) }))}
        />
      </div>
      <RegionBody reply={documents}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={<FileStack aria-hidden />} title={t('noneTitle')}>
              {t('noneText')}
            </EmptyState>
          ) : (
            <List framed>
              {data.map((document: CurriculumDocument) => (
                <DocumentRow key={document.id} document={document} />
              ))}
            </List>
          )
        }
      </RegionBody>
      {documents.data?.next_cursor && (
        <Button className="mt-4" loading={documents.loadingMore} onClick={() => void documents.loadMore()}>
          {t('more')}
        </Button>
      )}
      {isNew && <NewDocument onClose={() => setNew(false)} />}
    </>
  );
}

function DocumentRow({ document }: { document: CurriculumDocument }) {
  const grades = useGradeWords();
  return (
    <ListRow
      href={paths.planDocument(document.id)}
      lead={<SubjectDot subject={hueOf(document.subjects[0])} />}
      title={<bdi>{document.title}</bdi>}
      description={
        <>
          {[...document.subjects, grades(document.grade_levels), document.owner.display_name]
            .filter(Boolean)
            .join(' · ')}{' '}
          · <Ago at={document.updated_at} />
        </>
      }
      end={
        <span className="flex flex-wrap justify-end gap-1">
          <PlanStateBadges plan={document} />
        </span>
      }
    />
  );
}

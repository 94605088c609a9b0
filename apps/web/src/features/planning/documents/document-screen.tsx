'use client';
import { getDocumentDraft } from '@k12/contracts/planning/drafts';
import { getPlannerSchema, type PlannerSchema } from '@k12/contracts/planning/packs';
import {
  type CurriculumDocument,
  getCurriculumDocument,
  updateCurriculumDocument,
} from '@k12/contracts/planning/plans';
import { publishDocument } from '@k12/contracts/planning/transitions';
import { Button } from '@k12/ui/button';
import { PropertyLine } from '@k12/ui/page-header';
import { FileStack, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { useRecordCrumb } from '@/shell/crumbs.ts';
import { documentCalls } from '../editor/autosave/draft-calls.ts';
import { useEditor } from '../editor/editor-context.tsx';
import { EditorSkeleton } from '../editor/frame/editor-skeleton.tsx';
import { PlanEditor } from '../editor/frame/plan-editor.tsx';
import { PlanFailure } from '../editor/frame/plan-failure.tsx';
import { PlanTitle } from '../editor/frame/plan-title.tsx';
import { useOpenedDraft } from '../editor/frame/use-opened-draft.ts';
import { PlanPartsProvider } from '../editor/plan-parts.tsx';
import { usePackWords } from '../pack-words.ts';
import { ShareButton } from '../sharing/share-button.tsx';
import { DocumentLinks } from './document-links.tsx';

/** A curriculum document in the editor of units, with what it contains and comes from above it (PLN-17). */
export function DocumentScreen({ id }: { id: string }) {
  const document = useApi(getCurriculumDocument, { params: { id } });
  const schema = useApi(getPlannerSchema, { query: { plan_id: id } });
  const draft = useOpenedDraft(getDocumentDraft, id);
  useRecordCrumb(document.data?.title);
  const failure = document.error ?? schema.error ?? draft.error;
  if (document.data && schema.data && draft.data)
    return (
      <PlanPartsProvider kind="document" planId={id} lessons={[]}>
        <PlanEditor
          key={id}
          plan={document.data}
          draft={draft.data}
          pinned={schema.data}
          calls={documentCalls}
          head={
            <>
              <DocumentHead document={document.data} pinned={schema.data} />
              <DocumentLinks documentId={id} />
            </>
          }
          actions={
            <>
              {document.data.can.share && <ShareButton kind="document" plan={document.data} />}
              <PublishDocument document={document.data} />
            </>
          }
        />
      </PlanPartsProvider>
    );
  return failure ? (
    <PlanFailure error={failure} onRetry={() => void document.mutate()} />
  ) : (
    <EditorSkeleton />
  );
}

function DocumentHead({ document, pinned }: { document: CurriculumDocument; pinned: PlannerSchema }) {
  const t = useTranslations('planning-documents');
  const words = usePackWords();
  const attempt = useAttempt();
  const update = useChange(updateCurriculumDocument);
  const { id, title, lock_version, home, can } = document;
  const save = (next: string) =>
    attempt(() => update({ params: { id }, body: { title: next, lock_version } }));
  const type = words(pinned.schema?.label) || document.document_type;
  const properties = [
    { label: t('type'), icon: <FileStack aria-hidden />, value: type },
    { label: t('home'), icon: <Users aria-hidden />, value: t(`homes.${home}`) },
  ];
  return (
    <header>
      <PlanTitle title={title} label={t('name')} canEdit={can.update} onSave={save} />
      <div className="mt-2">
        <PropertyLine properties={properties} />
      </div>
    </header>
  );
}

function PublishDocument({ document }: { document: CurriculumDocument }) {
  const t = useTranslations('planning-documents');
  const attempt = useAttempt();
  const { finish } = useEditor();
  const [isBusy, setBusy] = useState(false);
  const publish = useChange(publishDocument, ['curriculum_documents.']);
  const hasNews = document.state !== 'published' || document.draft_ahead;
  if (!document.can.publish || !hasNews || document.state === 'archived') return null;
  const press = async () => {
    setBusy(true);
    await finish();
    await attempt(() => publish({ params: { id: document.id }, body: {} }), { done: t('published') });
    setBusy(false);
  };
  return (
    <Button variant="primary" loading={isBusy} onClick={() => void press()}>
      {t('publish')}
    </Button>
  );
}

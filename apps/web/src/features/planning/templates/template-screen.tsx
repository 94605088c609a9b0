'use client';
import { getTemplateDraft } from '@k12/contracts/planning/drafts';
import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { getTemplate, type Template, updateTemplate } from '@k12/contracts/planning/templates';
import { publishTemplate } from '@k12/contracts/planning/transitions';
import { Button } from '@k12/ui/button';
import { PropertyLine } from '@k12/ui/page-header';
import { BookCopy, Users } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { useSession } from '@/lib/session-context.tsx';
import { useRecordCrumb } from '@/shell/crumbs.ts';
import { templateCalls } from '../editor/autosave/draft-calls.ts';
import { useEditor } from '../editor/editor-context.tsx';
import { EditorSkeleton } from '../editor/frame/editor-skeleton.tsx';
import { PlanEditor } from '../editor/frame/plan-editor.tsx';
import { PlanFailure } from '../editor/frame/plan-failure.tsx';
import { PlanTitle } from '../editor/frame/plan-title.tsx';
import { useOpenedDraft } from '../editor/frame/use-opened-draft.ts';
import { PlanPartsProvider } from '../editor/plan-parts.tsx';
import { ShareButton } from '../sharing/share-button.tsx';
import { TemplateMenu } from './template-menu.tsx';

const UnitFromTemplateDialog = dynamic(
  loaded(() => import('./unit-from-template.tsx').then((module) => module.UnitFromTemplateDialog)),
  { loading: nothingYet },
);

/** A template in the editor of units; offering it publishes a version of it (PLN-65). */
export function TemplateScreen({ id }: { id: string }) {
  const template = useApi(getTemplate, { params: { id } });
  const schema = useApi(getPlannerSchema, { query: { object: 'unit', plan_id: id } });
  const draft = useOpenedDraft(getTemplateDraft, id);
  useRecordCrumb(template.data?.title);
  const failure = template.error ?? schema.error ?? draft.error;
  if (template.data && schema.data && draft.data)
    return (
      <PlanPartsProvider kind="template" planId={id} lessons={[]}>
        <PlanEditor
          key={id}
          plan={template.data}
          draft={draft.data}
          pinned={schema.data}
          calls={templateCalls}
          head={<TemplateHead template={template.data} />}
          actions={
            <>
              {template.data.can.share && <ShareButton kind="template" plan={template.data} />}
              <OfferButton template={template.data} />
              <UseButton template={template.data} />
              <TemplateMenu template={template.data} />
            </>
          }
        />
      </PlanPartsProvider>
    );
  return failure ? (
    <PlanFailure error={failure} onRetry={() => void template.mutate()} />
  ) : (
    <EditorSkeleton />
  );
}

function TemplateHead({ template }: { template: Template }) {
  const t = useTranslations('planning-templates');
  const attempt = useAttempt();
  const update = useChange(updateTemplate);
  const { id, title, lock_version, level, uses_count, can } = template;
  const save = (next: string) =>
    attempt(() => update({ params: { id }, body: { title: next, lock_version } }));
  const properties = [
    { label: t('level'), icon: <Users aria-hidden />, value: t(`levels.${level}`) },
    { label: t('uses'), icon: <BookCopy aria-hidden />, value: t('usesCount', { count: uses_count }) },
  ];
  return (
    <header>
      <PlanTitle title={title} label={t('titleLabel')} canEdit={can.update} onSave={save} />
      <div className="mt-2">
        <PropertyLine properties={properties} />
      </div>
    </header>
  );
}

/** A template is there to be begun from, for whoever reads it too (PLN-66). */
function UseButton({ template }: { template: Template }) {
  const t = useTranslations('planning-templates');
  const { me } = useSession();
  const [isUsing, setUsing] = useState(false);
  if (!template.offered || !('unit_plans.create' in me.capabilities)) return null;
  return (
    <>
      <Button variant={hasNews(template) ? 'secondary' : 'primary'} onClick={() => setUsing(true)}>
        {t('use')}
      </Button>
      {isUsing && <UnitFromTemplateDialog template={template} onClose={() => setUsing(false)} />}
    </>
  );
}

/** There is something in the draft that nobody can begin from yet. */
function hasNews({ can, state, draft_ahead }: Template): boolean {
  return can.publish && state !== 'archived' && (state !== 'published' || draft_ahead);
}

function OfferButton({ template }: { template: Template }) {
  const t = useTranslations('planning-templates');
  const attempt = useAttempt();
  const { finish } = useEditor();
  const [isBusy, setBusy] = useState(false);
  const publish = useChange(publishTemplate, ['templates.']);
  if (!hasNews(template)) return null;
  const press = async () => {
    setBusy(true);
    await finish();
    await attempt(() => publish({ params: { id: template.id }, body: {} }), { done: t('published') });
    setBusy(false);
  };
  return (
    <Button variant="primary" loading={isBusy} onClick={() => void press()}>
      {t('publish')}
    </Button>
  );
}

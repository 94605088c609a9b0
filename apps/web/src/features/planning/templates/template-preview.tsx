'use client';
import { getTemplateDraft } from '@k12/contracts/planning/drafts';
import { getPlannerSchema } from '@k12/contracts/planning/packs';
import type { Template } from '@k12/contracts/planning/templates';
import { Button } from '@k12/ui/button';
import { Drawer } from '@k12/ui/drawer';
import { LinkButton } from '@k12/ui/link-button';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { paths } from '@/lib/paths.ts';
import { useSession } from '@/lib/session-context.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { useSaid } from '../editor/conflicts/said.ts';
import { isFilled } from '../editor/frame/is-filled.ts';
import { usePackWords } from '../pack-words.ts';
import { useFilledBlanks } from './use-filled-blanks.ts';

const UnitFromTemplateDialog = dynamic(
  loaded(() => import('./unit-from-template.tsx').then((module) => module.UnitFromTemplateDialog)),
  { loading: nothingYet },
);

/** A look into a template; one press makes a unit of it and opens that. */
export function TemplatePreview({ template, onClose }: { template: Template; onClose: () => void }) {
  const t = useTranslations('planning-templates');
  const words = usePackWords();
  const said = useSaid();
  const filled = useFilledBlanks();
  const draft = useApi(getTemplateDraft, { params: { id: template.id } });
  const schema = useApi(getPlannerSchema, { query: { object: 'unit', plan_id: template.id } });
  const sections = (schema.data?.schema?.sections ?? []).filter(({ hidden }) => !hidden);
  return (
    <Drawer
      open
      modal={false}
      title={template.title}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          {template.can.update && <LinkButton href={paths.planTemplate(template.id)}>{t('edit')}</LinkButton>}
          <UseTemplate template={template} />
        </>
      }
    >
      <p className="mb-4 text-small text-ink-3">
        {t('facts', { lessons: template.lessons_count, uses: template.uses_count })}
        {template.suggested_weeks !== null && ` · ${t('weeks', { count: template.suggested_weeks })}`}
      </p>
      {template.description && (
        <p className="mb-5" dir="auto">
          {filled(template.description)}
        </p>
      )}
      <RegionBody reply={draft}>
        {({ content }) => (
          <dl className="grid gap-5 pb-4">
            {sections.map(({ key, label }) => (
              <div key={key}>
                <dt className="font-semibold text-ink-2 text-small">{words(label)}</dt>
                <dd
                  dir="auto"
                  className="mt-1 line-clamp-6 whitespace-pre-line text-large [overflow-wrap:anywhere]"
                >
                  {isFilled(content[key]) ? (
                    filled(said(content[key]))
                  ) : (
                    <span className="text-ink-3 text-small">{t('open')}</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </RegionBody>
    </Drawer>
  );
}

function UseTemplate({ template }: { template: Template }) {
  const t = useTranslations('planning-templates');
  const { me } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (!template.offered || !('unit_plans.create' in me.capabilities)) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t('use')}
      </Button>
      {isOpen && <UnitFromTemplateDialog template={template} onClose={() => setOpen(false)} />}
    </>
  );
}

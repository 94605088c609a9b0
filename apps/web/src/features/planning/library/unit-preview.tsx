'use client';
import { getUnitDraft } from '@k12/contracts/planning/drafts';
import { getPlannerSchema } from '@k12/contracts/planning/packs';
import { listUnitLessons, type UnitPlan } from '@k12/contracts/planning/plans';
import { Drawer } from '@k12/ui/drawer';
import { LinkButton } from '@k12/ui/link-button';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';
import { useSaid } from '../editor/conflicts/said.ts';
import { isFilled } from '../editor/frame/is-filled.ts';
import { usePackWords } from '../pack-words.ts';

/** A look into a unit without leaving the list. */
export function UnitPreview({ unit, onClose }: { unit: UnitPlan; onClose: () => void }) {
  const t = useTranslations('planning-library');
  const words = usePackWords();
  const said = useSaid();
  const params = { id: unit.id };
  const draft = useApi(getUnitDraft, { params });
  const schema = useApi(getPlannerSchema, { query: { object: 'unit', plan_id: unit.id } });
  const lessons = useApi(listUnitLessons, { params });
  const sections = schema.data?.schema?.sections ?? [];
  return (
    <Drawer
      open
      modal={false}
      title={unit.title}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <LinkButton href={paths.planUnit(unit.id)} variant="primary">
          {t('open')}
        </LinkButton>
      }
    >
      <RegionBody reply={draft}>
        {({ content }) => (
          <div className="grid gap-5 pb-4">
            {sections
              .filter(({ key, hidden }) => !hidden && isFilled(content[key]))
              .map(({ key, label }) => (
                <section key={key}>
                  <h3 className="text-small font-semibold text-ink-2">{words(label)}</h3>
                  <p
                    dir="auto"
                    className="mt-1 line-clamp-6 whitespace-pre-line text-large [overflow-wrap:anywhere]"
                  >
                    {said(content[key])}
                  </p>
                </section>
              ))}
            {(lessons.data?.data.length ?? 0) > 0 && (
              <section>
                <h3 className="text-small font-semibold text-ink-2">{t('columns.lessons')}</h3>
                <ol className="mt-1 list-decimal ps-5">
                  {lessons.data?.data.map(({ id, title }) => (
                    <li key={id}>{title}</li>
                  ))}
                </ol>
              </section>
            )}
          </div>
        )}
      </RegionBody>
    </Drawer>
  );
}

'use client';
import { getProficiencyScale, updateProficiencyScale } from '@k12/contracts/teaching/proficiency-scales';
import { useTranslations } from 'next-intl';
import { callApi } from '@/lib/api/browser.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { ScaleForm } from '../mastery/scale-form.tsx';

/** How the courses of a school judge mastery unless they decide otherwise (TCH-125). */
export function MasteryPart({ schoolId }: { schoolId: string }) {
  const t = useTranslations('teaching-mastery.scale');
  const query = { school_id: schoolId };
  const reply = useApi(getProficiencyScale, { query });
  const change = useChange(updateProficiencyScale, ['proficiency_scale.', 'mastery.']);
  return (
    <section aria-labelledby="mastery-scale" className="grid gap-3 laptop:max-w-[40rem]">
      <h2 id="mastery-scale" className="text-large font-semibold">
        {t('title')}
      </h2>
      <RegionBody reply={reply}>
        {(settings) => (
          <ScaleForm
            key={settings.lock_version}
            of="school"
            settings={settings}
            send={(body) =>
              body.dry_run ? callApi(updateProficiencyScale, { query, body }) : change({ query, body })
            }
          />
        )}
      </RegionBody>
    </section>
  );
}

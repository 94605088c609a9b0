'use client';
import {
  type ArchivedAccess,
  archivedFor,
  getArchivedAccess,
  putArchivedAccess,
} from '@k12/contracts/identity/archived-access';
import { NumberField } from '@k12/ui/number-field';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';

/** What families still open of courses whose year is over, and for how long (IDN-16). */
export function ArchivedAccessPart() {
  const t = useTranslations('academicYears.archived');
  const attempt = useAttempt();
  const reply = useApi(getArchivedAccess, {});
  const put = useChange(putArchivedAccess, ['archived_access.']);
  const save = (body: ArchivedAccess) => void attempt(() => put({ body }), { done: t('saved') });
  return (
    <section aria-labelledby="archived-access" className="mt-12 max-w-form">
      <h2 id="archived-access" className="font-semibold font-serif text-heading">
        {t('title')}
      </h2>
      <p className="mb-4 text-ink-2">{t('text')}</p>
      <RegionBody reply={reply}>
        {(access) => (
          <div className="grid gap-4 tablet:grid-cols-2">
            <SelectField
              label={t('learners')}
              value={access.learners}
              onValueChange={(next) => {
                const learners = archivedFor.find((value) => value === next);
                if (learners) save({ ...access, learners });
              }}
              options={archivedFor.map((value) => ({ value, label: t(value) }))}
            />
            <NumberField
              label={t('months')}
              min={1}
              max={120}
              value={access.months}
              onValueChange={(months) => months && months !== access.months && save({ ...access, months })}
            />
          </div>
        )}
      </RegionBody>
    </section>
  );
}

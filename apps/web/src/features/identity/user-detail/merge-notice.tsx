'use client';
import { undoUserMerge } from '@k12/contracts/identity/users.merge';
import type { UndoableMerge } from '@k12/contracts/identity/users.overview';
import { Banner } from '@k12/ui/banner';
import { Button } from '@k12/ui/button';
import { Link } from '@k12/ui/link';
import { useTranslations } from 'next-intl';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { paths } from '@/lib/paths.ts';
import { mergeRefreshes } from './merge-refreshes.ts';

/** A merge can be taken back for 30 days, from the page of either record (IDN-37). */
export function MergeNotice({ merge }: { merge: UndoableMerge }) {
  const t = useTranslations('people.merge');
  const dates = useDates();
  const attempt = useAttempt();
  const undo = useChange(undoUserMerge, mergeRefreshes);
  const isKept = merge.kept_id !== merge.other_id;
  const takeBack = () => attempt(() => undo({ params: { id: merge.id } }), { done: t('undone') });
  return (
    <Banner
      tone="info"
      actions={
        <Button size="small" onClick={takeBack}>
          {t('undo')}
        </Button>
      }
    >
      {t.rich(isKept ? 'tookIn' : 'goneInto', {
        name: merge.other_name,
        day: dates.instant(merge.merged_at),
        until: dates.instant(merge.undo_until),
        other: (words) => <Link href={paths.adminUser(merge.other_id)}>{words}</Link>,
      })}
    </Banner>
  );
}

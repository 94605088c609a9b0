'use client';
import { ApiProblem } from '@k12/contracts/client';
import { removeOwnPicture, setOwnPicture } from '@k12/contracts/identity/pictures';
import { Avatar } from '@k12/ui/avatar';
import { Button } from '@k12/ui/button';
import { FileDrop } from '@k12/ui/file-drop';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useChange } from '@/lib/api/hooks.ts';
import { uploadTo } from '@/lib/api/upload.ts';
import { useSession } from '@/lib/session-context.tsx';

/** The reply is the person as the shell shows them; the face on lists is another record. */
const shownIn = ['me.', 'users.list_pictures'];

/** The own picture: chosen, taken or dropped, and taken away again; it counts at once (UXP-109). */
export function OwnPicture() {
  const { me } = useSession();
  const t = useTranslations('settings.profile');
  const attempt = useAttempt();
  const set = useChange(setOwnPicture, shownIn);
  const remove = useChange(removeOwnPicture, shownIn);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<PictureFault | null>(null);
  const { display_name, picture_url } = me.user;
  const take = async ([file]: File[]) => {
    if (!file) return;
    setBusy(true);
    setFault(null);
    try {
      const { id } = await uploadTo('avatar', file);
      await set({ body: { file_id: id } });
    } catch (error) {
      setFault(faultOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="grid gap-3" aria-label={t('picture')}>
      <div className="flex items-start gap-4">
        <Avatar name={display_name} src={picture_url ?? undefined} size="largest" />
        <div className="grid min-w-0 flex-1 justify-items-start gap-2">
          <div className="w-full">
            <FileDrop
              label={t('picture')}
              hint={t('pictureHint')}
              error={fault ? t(`pictureFaults.${fault}`) : undefined}
              accept="image/jpeg,image/png,image/gif,image/webp"
              camera="self"
              disabled={busy}
              onFiles={(files) => void take(files)}
            />
          </div>
          {picture_url && (
            <Button
              variant="quiet"
              size="small"
              disabled={busy}
              onClick={() => void attempt(() => remove({}), { done: t('pictureRemoved') })}
            >
              {t('removePicture')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

type PictureFault = 'tooLarge' | 'tooManyPoints' | 'noPicture' | 'failed';

function faultOf(error: unknown): PictureFault {
  if (!(error instanceof ApiProblem)) return 'failed';
  if (error.problem.status === 413) return 'tooLarge';
  if (error.problem.status !== 422) return 'failed';
  return error.problem.errors?.[0]?.code === 'too_many_pixels' ? 'tooManyPoints' : 'noPicture';
}

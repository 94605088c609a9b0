'use client';
import {
  createModuleItems,
  type ExistingTarget,
  listExistingTargets,
} from '@k12/contracts/teaching/module-items';
import type { CourseModule } from '@k12/contracts/teaching/module-records';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { TextField } from '@k12/ui/text-field';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { ItemIcon } from './item-icon.tsx';

/** What the course and its units have already; several at once (TCH-25). */
export function AddExisting({ module, onClose }: { module: CourseModule; onClose: () => void }) {
  const t = useTranslations('teaching-modules');
  const attempt = useAttempt();
  const create = useChange(createModuleItems, ['modules.']);
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const [chosen, setChosen] = useState<readonly ExistingTarget[]>([]);
  const request = { params: { id: module.course_id }, query: q ? { q } : {} };
  const targets = useApi(listExistingTargets, request);
  const isChosen = ({ id }: ExistingTarget) => chosen.some((one) => one.id === id);
  const add = async () => {
    const items = chosen.map(({ kind, id }) => ({ kind, target_id: id }));
    if (await attempt(() => create({ params: { id: module.id }, body: { items } }))) onClose();
  };
  return (
    <Dialog
      open
      title={t('addExisting')}
      description={t('addExistingText')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" disabled={chosen.length === 0} onClick={() => void add()}>
            {t('addCount', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <TextField
        label={t('search')}
        icon={<Search aria-hidden />}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="mt-3 min-h-60">
        <RegionBody reply={targets}>
          {({ data }) =>
            data.length === 0 ? (
              <p className="py-6 text-ink-3">{t('nothingFound')}</p>
            ) : (
              <ul>
                {data.map((target) => (
                  <li key={target.id} className="flex min-h-row items-center gap-2.5 border-line border-b">
                    <Checkbox
                      className="min-w-0 flex-1"
                      label={<bdi>{target.title}</bdi>}
                      checked={isChosen(target)}
                      onCheckedChange={(on) =>
                        setChosen(on ? [...chosen, target] : chosen.filter(({ id }) => id !== target.id))
                      }
                    />
                    {target.uses_count > 0 && (
                      <span className="text-ink-3 text-small">{t('uses', { count: target.uses_count })}</span>
                    )}
                    <ItemIcon kind={target.kind} label={t(`kinds.${target.kind}`)} />
                  </li>
                ))}
              </ul>
            )
          }
        </RegionBody>
      </div>
    </Dialog>
  );
}

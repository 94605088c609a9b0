'use client';
import { bulkAlignments } from '@k12/contracts/planning/alignments';
import { listUnitPlans } from '@k12/contracts/planning/plans';
import { Button } from '@k12/ui/button';
import { Checkbox } from '@k12/ui/checkbox';
import { Dialog } from '@k12/ui/dialog';
import { TextField } from '@k12/ui/text-field';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';

/** Aligns the standard to several of one's units in one action (PLN-93). */
export function AlignTo({ standardId }: { standardId: string }) {
  const t = useTranslations('planning-standards');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="mt-3" size="small" icon={<Plus aria-hidden />} onClick={() => setOpen(true)}>
        {t('alignTo')}
      </Button>
      {open && <AlignDialog standardId={standardId} onClose={() => setOpen(false)} />}
    </>
  );
}

function AlignDialog({ standardId, onClose }: { standardId: string; onClose: () => void }) {
  const t = useTranslations('planning-standards');
  const attempt = useAttempt();
  const align = useChange(bulkAlignments, [
    'standard_alignments.',
    'standards.',
    'standard_frameworks.',
    'unit_plans.',
  ]);
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const units = useApi(listUnitPlans, { query: { limit: 50, ...(q.trim() ? { q: q.trim() } : {}) } });
  const save = async () => {
    const pairs = chosen.map((target_id) => ({
      standard_id: standardId,
      target_type: 'unit_plan' as const,
      target_id,
    }));
    if (
      await attempt(() => align({ body: { action: 'align', pairs } }), {
        done: t('alignedTo', { count: chosen.length }),
      })
    )
      onClose();
  };
  return (
    <Dialog
      open
      title={t('alignTo')}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <Button variant="primary" disabled={chosen.length === 0} onClick={() => void save()}>
          {t('align', { count: chosen.length })}
        </Button>
      }
    >
      <TextField
        label={t('findUnit')}
        type="search"
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <RegionBody reply={units}>
        {({ data }) => (
          <ul aria-label={t('units')} className="mt-3 grid max-h-80 gap-2 overflow-auto">
            {data
              .filter(({ can }) => can.update)
              .map(({ id, title }) => (
                <li key={id}>
                  <Checkbox
                    label={title}
                    checked={chosen.includes(id)}
                    onCheckedChange={(on) =>
                      setChosen(on ? [...chosen, id] : chosen.filter((other) => other !== id))
                    }
                  />
                </li>
              ))}
          </ul>
        )}
      </RegionBody>
    </Dialog>
  );
}

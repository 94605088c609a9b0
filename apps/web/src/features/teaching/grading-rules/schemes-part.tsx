'use client';
import {
  archiveGradingScheme,
  type GradingScheme,
  listGradingSchemes,
} from '@k12/contracts/teaching/grading-schemes';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAttempt } from '@/lib/api/attempt.ts';
import { useApi, useChange } from '@/lib/api/hooks.ts';
import { RegionBody } from '@/shell/region.tsx';
import { SchemeForm } from './scheme-form.tsx';

/** Which percentages are called what; a scheme in use goes on as its next version (TCH-116). */
export function SchemesPart({ schoolId }: { schoolId: string }) {
  const t = useTranslations('teaching-grading-rules');
  const [editing, setEditing] = useState<{ scheme: GradingScheme | null } | null>(null);
  const reply = useApi(listGradingSchemes, { query: { school_id: schoolId } });
  return (
    <section className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-large font-semibold">{t('schemes')}</h2>
        {reply.data?.can.create && (
          <Button icon={<Plus aria-hidden />} onClick={() => setEditing({ scheme: null })}>
            {t('addScheme')}
          </Button>
        )}
      </div>
      <RegionBody reply={reply}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="text-ink-2">{t('noSchemes')}</p>
          ) : (
            <ul className="grid gap-3 laptop:grid-cols-2">
              {data.map((scheme) => (
                <SchemeCard key={scheme.id} scheme={scheme} onChange={() => setEditing({ scheme })} />
              ))}
            </ul>
          )
        }
      </RegionBody>
      {editing && <SchemeForm schoolId={schoolId} scheme={editing.scheme} onClose={() => setEditing(null)} />}
    </section>
  );
}

function SchemeCard({ scheme, onChange }: { scheme: GradingScheme; onChange: () => void }) {
  const t = useTranslations('teaching-grading-rules');
  const attempt = useAttempt();
  const archive = useChange(archiveGradingScheme);
  const { id, name, scope, version, is_default, bands, totals_count, can } = scheme;
  return (
    <li className="grid gap-2 rounded-card border border-line p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">
          <bdi>{name}</bdi>
        </h3>
        {is_default && <Badge tone="ok">{t('default')}</Badge>}
        <span className="text-small text-ink-2">
          {t(`scopes.${scope}`)} · {t('version', { version })} · {t('inUse', { count: totals_count })}
        </span>
      </div>
      <ol className="flex flex-wrap gap-x-4 gap-y-1 text-small tabular-nums" dir="ltr">
        {bands.map(({ label, lower_percent }) => (
          <li key={label}>
            <b className="font-semibold">{label}</b> ≥ {Number(lower_percent)} %
          </li>
        ))}
      </ol>
      {can.update && (
        <div className="flex gap-2">
          <Button size="small" aria-label={t('changeNamed', { name })} onClick={onChange}>
            {t('change')}
          </Button>
          <Button
            size="small"
            variant="quiet"
            aria-label={`${t('archive')}: ${name}`}
            onClick={() => void attempt(() => archive({ params: { id } }), { done: t('archived') })}
          >
            {t('archive')}
          </Button>
        </div>
      )}
    </li>
  );
}

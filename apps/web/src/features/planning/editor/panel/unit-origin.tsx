'use client';
import { getLineage, type KeptText, type Lineage, listKeptTexts } from '@k12/contracts/planning/copies';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { Ago } from '../../ago.tsx';
import { usePackWords } from '../../pack-words.ts';
import { useSaid } from '../conflicts/said.ts';

/** What a unit was made from, how many were made from it, and words that lost their place in it (PLN-141, PLN-146). */
export function UnitOrigin({ unitId }: { unitId: string }) {
  const lineage = useApi(getLineage, { params: { id: unitId } });
  const kept = useApi(listKeptTexts, { params: { id: unitId } });
  return (
    <>
      {kept.data && kept.data.data.length > 0 && <KeptTexts texts={kept.data.data} />}
      {lineage.data && <Origin lineage={lineage.data} />}
    </>
  );
}

const link = 'text-board underline underline-offset-3';

function Origin({ lineage: { source, template, copies_count } }: { lineage: Lineage }) {
  const t = useTranslations('planning-editor.origin');
  if (!source && !template && !copies_count) return null;
  const from = [
    ...(source ? [{ key: 'source', made: source, href: paths.planUnit(source.id) } as const] : []),
    ...(template
      ? [{ key: 'template', made: template, href: paths.planTemplate(template.id) } as const]
      : []),
  ];
  return (
    <section aria-label={t('title')} className="grid gap-1 border-line border-t pt-3 text-small">
      <h3 className="font-semibold">{t('title')}</h3>
      {from.map(({ key, made, href }) => (
        <p key={key} className="text-ink-2 [overflow-wrap:anywhere]">
          {t.rich(key, {
            number: made.version_number,
            title: () =>
              made.readable ? (
                <AppLink href={href} className={link}>
                  <bdi>{made.title}</bdi>
                </AppLink>
              ) : (
                <bdi>{made.title}</bdi>
              ),
          })}
        </p>
      ))}
      {copies_count ? <p className="text-ink-2">{t('copies', { count: copies_count })}</p> : null}
    </section>
  );
}

function KeptTexts({ texts }: { texts: readonly KeptText[] }) {
  const t = useTranslations('planning-editor.origin');
  const words = usePackWords();
  const said = useSaid();
  return (
    <section aria-label={t('kept')} className="grid gap-2 border-line border-t pt-3 text-small">
      <h3 className="font-semibold">{t('kept')}</h3>
      <p className="text-ink-3">{t('keptText')}</p>
      <ul className="grid gap-2">
        {texts.map(({ id, label, value, reason, created_at }) => (
          <li key={id} className="rounded-card border border-line bg-raised p-3">
            <p className="font-semibold">{words(label)}</p>
            <p
              dir="auto"
              className="mt-1 max-h-48 overflow-auto whitespace-pre-line [overflow-wrap:anywhere]"
            >
              {said(value)}
            </p>
            <p className="mt-1 text-mini text-ink-3">
              {t(`reasons.${reason}`)} · <Ago at={created_at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

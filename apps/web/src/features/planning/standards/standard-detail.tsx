'use client';
import { listAlignments } from '@k12/contracts/planning/alignments';
import type { StandardFramework } from '@k12/contracts/planning/standard-frameworks';
import { getStandard, type Standard } from '@k12/contracts/planning/standards';
import { Badge } from '@k12/ui/badge';
import { Card } from '@k12/ui/card';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';
import { useGradeWords } from '../grade-words.ts';
import { AlignTo } from './align-to.tsx';
import { StandardActions } from './standard-actions.tsx';

/** One standard in full: where it stands, what it equals, which plans work on it. */
export function StandardDetail({ id, ...rest }: { id: string } & Omit<BodyProps, 'standard'>) {
  const reply = useApi(getStandard, { params: { id } });
  return (
    <Card className="sticky top-4">
      <RegionBody reply={reply}>{(standard) => <Body standard={standard} {...rest} />}</RegionBody>
    </Card>
  );
}

interface BodyProps {
  standard: Standard;
  frameworks: readonly StandardFramework[];
  onChoose: (id: string | null) => void;
}

function Body({ standard, frameworks, onChoose }: BodyProps) {
  const t = useTranslations('planning-standards');
  const gradeWords = useGradeWords();
  return (
    <div className="grid gap-4">
      <div>
        <p className="text-small text-ink-3">
          {[
            standard.framework_title,
            ...standard.breadcrumb.map(({ code, statement }) => code || statement),
          ].join(' › ')}
        </p>
        <div className="flex items-start justify-between gap-2">
          <h2 className="mt-1 text-large font-semibold text-board tabular-nums">
            <bdi>{standard.code}</bdi>
          </h2>
          <StandardActions
            standard={standard}
            mayExtend={frameworks.some(({ id, can }) => id === standard.framework_id && can.extend)}
            onChoose={onChoose}
          />
        </div>
        <p className="mt-1 text-body [overflow-wrap:anywhere]">{standard.statement}</p>
        <div className="mt-2 flex flex-wrap gap-1.5">
          {standard.state === 'retired' && <Badge tone="warn">{t('retired')}</Badge>}
          {standard.school_id && <Badge tone="info">{t('extension')}</Badge>}
          {standard.grade_levels.length > 0 && <Badge>{gradeWords(standard.grade_levels)}</Badge>}
          {standard.item_type && <Badge>{standard.item_type}</Badge>}
        </div>
      </div>
      <Links title={t('replacements')} links={standard.replacements} />
      <Links title={t('equivalents')} links={standard.equivalents} />
      <Alignments standard={standard} />
    </div>
  );
}

function Links({ title, links }: { title: string; links: Standard['equivalents'] }) {
  if (links.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="text-body font-semibold">{title}</h3>
      <List label={title}>
        {links.map(({ standard, uri, title: name, framework_title }) => (
          <ListRow
            key={standard?.id ?? uri ?? name}
            title={standard?.code ?? name ?? uri ?? ''}
            description={standard ? `${standard.statement} · ${framework_title ?? ''}` : undefined}
            href={standard ? paths.planStandard(standard.framework_id, standard.id) : undefined}
          />
        ))}
      </List>
    </section>
  );
}

function Alignments({ standard }: { standard: Standard }) {
  const t = useTranslations('planning-standards');
  const reply = useApi(listAlignments, { query: { standard_id: standard.id, with_branch: 'true' } });
  return (
    <section aria-label={t('plans')}>
      <h3 className="mb-1 text-body font-semibold">{t('plans')}</h3>
      <RegionBody reply={reply}>
        {({ data, hidden_count }) => (
          <>
            {data.length === 0 && <p className="text-small text-ink-3">{t('noPlans')}</p>}
            <List label={t('plans')}>
              {data.map((row) => (
                <ListRow
                  key={row.id}
                  title={row.target_title ?? ''}
                  description={row.standard.id === standard.id ? undefined : row.standard.code}
                  href={row.target_type === 'unit_plan' ? paths.planUnit(row.target_id) : undefined}
                  end={row.emphasis ? <Badge>{t(`coverage.emphases.${row.emphasis}`)}</Badge> : undefined}
                />
              ))}
            </List>
            {hidden_count > 0 && (
              <p className="text-small text-ink-3">{t('coverage.hidden', { count: hidden_count })}</p>
            )}
          </>
        )}
      </RegionBody>
      {standard.can.align && <AlignTo standardId={standard.id} />}
    </section>
  );
}

'use client';
import {
  listDocumentVersions,
  listLessonVersions,
  listTemplateVersions,
  listUnitVersions,
  type PlanVersion,
} from '@k12/contracts/planning/versions';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { paths } from '@/lib/paths.ts';
import { AppLink } from '@/shell/app-link.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { Ago } from '../../ago.tsx';
import { useEditor } from '../editor-context.tsx';
import type { PanelPartProps } from '../frame/panel-parts.tsx';
import { UnitOrigin } from './unit-origin.tsx';

const newest = { limit: 20 };
const lists = {
  unit: listUnitVersions,
  lesson: listLessonVersions,
  template: listTemplateVersions,
  document: listDocumentVersions,
};

/** The newest versions, and the way to keep another. */
export function HistoryPart({ planId, kind }: PanelPartProps) {
  const t = useTranslations('planning-editor');
  const { canEdit, saveVersion } = useEditor();
  const request = { params: { id: planId }, query: newest };
  const versions = useApi(lists[kind], request);
  return (
    <div className="grid gap-3">
      {canEdit && (
        <Button size="small" shortcut="Ctrl+S" onClick={saveVersion}>
          {t('saveVersion')}
        </Button>
      )}
      <RegionBody reply={versions}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="text-small text-ink-3">{t('noVersions')}</p>
          ) : (
            <ol className="divide-y divide-line">
              {data.map((version) => (
                <Version key={version.id} version={version} />
              ))}
            </ol>
          )
        }
      </RegionBody>
      {kind === 'unit' && (
        <AppLink
          href={paths.planUnitHistory(planId)}
          className="text-small text-board underline underline-offset-3"
        >
          {t('allVersions')}
        </AppLink>
      )}
      {kind === 'unit' && <UnitOrigin unitId={planId} />}
    </div>
  );
}

function Version({ version }: { version: PlanVersion }) {
  const t = useTranslations('planning-editor');
  const { version_number, author, created_at, change_note, is_published } = version;
  return (
    <li className="py-2 text-small">
      <p className="flex items-center justify-between gap-2">
        <span className="font-semibold tabular-nums">{t('version', { number: version_number })}</span>
        {is_published && <Badge tone="ok">{t('live')}</Badge>}
      </p>
      <p className="text-ink-3">
        <bdi>{author.display_name}</bdi> · <Ago at={created_at} />
      </p>
      {change_note && <p className="text-ink-2 [overflow-wrap:anywhere]">{change_note}</p>}
    </li>
  );
}

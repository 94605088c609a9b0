'use client';
import { type CoverageColumns, type CoverageItem, getCoverageCell } from '@k12/contracts/planning/coverage';
import { Badge } from '@k12/ui/badge';
import { Drawer } from '@k12/ui/drawer';
import { List, ListRow } from '@k12/ui/list-row';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { useJoined } from '@/lib/joined.ts';
import { paths } from '@/lib/paths.ts';
import { RegionBody } from '@/shell/region.tsx';
import type { CoverageWords } from './coverage-view.ts';

interface Props {
  scope: CoverageWords;
  columns: CoverageColumns;
  cell: { standard_id: string; code: string; column: string | null };
  onClose: () => void;
}

function hrefOf({ kind, plan_id, unit_plan_id, course_id }: CoverageItem): string {
  if (kind === 'assessment') return paths.courseAssignment(course_id, plan_id);
  return unit_plan_id ? paths.planLesson(unit_plan_id, plan_id) : paths.planUnit(plan_id);
}

/** A lesson in a plan is not yet a lesson in a room. */
function kindOf({ kind, unit_plan_id }: CoverageItem) {
  return kind === 'unit' && unit_plan_id ? 'lesson' : kind;
}

/** The plans, sessions and assessments behind a cell, with their dates. */
export function CellDrawer({ scope, columns, cell, onClose }: Props) {
  const t = useTranslations('planning-standards.coverage');
  const joined = useJoined();
  const dates = useDates();
  const { standard_id, column } = cell;
  const { branch: _branch, ...rest } = scope;
  const request = { query: { ...rest, columns, standard_id, ...(column ? { column } : {}) } };
  const reply = useApi(getCoverageCell, request);
  return (
    <Drawer open wide title={t('behind', { code: cell.code })} onOpenChange={(open) => !open && onClose()}>
      <RegionBody reply={reply}>
        {({ data, hidden_count }) => (
          <>
            <List label={t('behind', { code: cell.code })}>
              {data.map((item) => (
                <ListRow
                  key={`${item.kind}${item.plan_id}${item.course_id}${item.starts_on}`}
                  title={item.title}
                  href={hrefOf(item)}
                  description={`${item.course_name} · ${dates.range(item.starts_on, item.ends_on)} · ${joined(item.codes)}`}
                  end={<Badge>{t(`kinds.${kindOf(item)}`)}</Badge>}
                />
              ))}
            </List>
            {hidden_count > 0 && (
              <p className="mt-3 text-small text-ink-3">{t('hidden', { count: hidden_count })}</p>
            )}
          </>
        )}
      </RegionBody>
    </Drawer>
  );
}

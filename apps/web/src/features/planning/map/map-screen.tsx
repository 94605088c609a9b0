'use client';
import { type CurriculumMap, getCurriculumMap } from '@k12/contracts/planning/curriculum-map';
import type { Placement } from '@k12/contracts/planning/placements';
import { Badge } from '@k12/ui/badge';
import { Button } from '@k12/ui/button';
import { EmptyState } from '@k12/ui/empty-state';
import { PageHeader } from '@k12/ui/page-header';
import { YearBoard } from '@k12/ui/year-board';
import { CalendarSync, Plus, Printer, Ruler } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useAddress } from '@/lib/address.ts';
import { useApi } from '@/lib/api/hooks.ts';
import { useDates } from '@/lib/dates.ts';
import { loaded, nothingYet } from '@/lib/loaded-part.tsx';
import { RegionBody } from '@/shell/region.tsx';
import { WideNotice } from '@/shell/wide-notice.tsx';
import { useGradeWords } from '../grade-words.ts';
import { PlanTabs } from '../plan-tabs.tsx';
import { boardGroups } from './board-groups.ts';
import { ConflictList } from './conflict-list.tsx';
import { MapFilters } from './map-filters.tsx';
import { type Grouping, groupings, readMapView } from './map-view.ts';
import { MoveBar } from './move-bar.tsx';
import { useMapMoves, useMoveMode } from './use-map-moves.ts';
import { worriesOf } from './worries.ts';

const PlaceUnit = dynamic(
  loaded(() => import('./place-unit.tsx').then((module) => module.PlaceUnit)),
  { loading: nothingYet },
);
const RolloverDialog = dynamic(
  loaded(() => import('./rollover-dialog.tsx').then((module) => module.RolloverDialog)),
  { loading: nothingYet },
);
const PacingDrawer = dynamic(
  loaded(() => import('./pacing/pacing-drawer.tsx').then((module) => module.PacingDrawer)),
  { loading: nothingYet },
);
const PlanningFigures = dynamic(
  loaded(() => import('./planning-figures.tsx').then((module) => module.PlanningFigures)),
  { loading: nothingYet },
);
const PlacementDrawer = dynamic(
  loaded(() => import('./placement-drawer.tsx').then((module) => module.PlacementDrawer)),
  { loading: nothingYet },
);

/** The year of a grade, a subject or a teacher by weeks; what it shows is in the address. */
export function MapScreen({ admin = false }: { admin?: boolean }) {
  const t = useTranslations('planning-map');
  const params = useSearchParams();
  const words = useMemo(() => Object.fromEntries(params), [params]);
  const request = useMemo(() => readMapView(words), [words]);
  const map = useApi(getCurriculumMap, request);
  const [placing, setPlacing] = useState(words.place !== undefined);
  const [rolling, setRolling] = useState(false);
  const [pacing, setPacing] = useState(false);
  const { write } = useAddress();
  const worries = worriesOf(map.data?.conflicts ?? []).length;
  const mayPlan = map.data?.rows.some((row) => row.can.plan) ?? false;
  return (
    <>
      <PageHeader
        title={<MapTitle map={map.data} grade={words.grade_level} />}
        actions={
          <div className="flex flex-wrap items-center gap-2 print:hidden">
            {worries > 0 && (
              <a href="#conflicts" className="rounded-small">
                <Badge tone="warn">{t('conflicts', { count: worries })}</Badge>
              </a>
            )}
            <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
              {t('print')}
            </Button>
            {(mayPlan || map.data?.can.freeze) && (
              <Button icon={<Ruler aria-hidden />} onClick={() => setPacing(true)}>
                {t('pacing.title')}
              </Button>
            )}
            {mayPlan && (
              // Moving units about needs room: on smaller screens the map is read (UXP-74).
              <span className="contents max-laptop:hidden">
                {!admin && (
                  <Button icon={<CalendarSync aria-hidden />} onClick={() => setRolling(true)}>
                    {t('rollover.action')}
                  </Button>
                )}
                <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setPlacing(true)}>
                  {t('unit')}
                </Button>
              </span>
            )}
          </div>
        }
      />
      {!admin && (
        <div className="mt-4">
          <PlanTabs />
        </div>
      )}
      {mayPlan && <WideNotice />}
      <RegionBody reply={map}>{(data) => <MapBody map={data} words={words} admin={admin} />}</RegionBody>
      {admin && map.data && <PlanningFigures />}
      {pacing && map.data && <PacingDrawer map={map.data} onClose={() => setPacing(false)} />}
      {rolling && map.data && <RolloverDialog map={map.data} onClose={() => setRolling(false)} />}
      {placing && map.data && (
        <PlaceUnit
          map={map.data}
          unitId={words.place ?? null}
          onClose={() => {
            setPlacing(false);
            write({ place: null });
          }}
        />
      )}
    </>
  );
}

function MapTitle({ map, grade }: { map: CurriculumMap | undefined; grade: string | undefined }) {
  const t = useTranslations('planning-map');
  const gradeWords = useGradeWords();
  if (!map) return t('title');
  return grade
    ? t('titleOf', { what: gradeWords([grade]), year: map.year_name })
    : t('titleOf', { what: t('title'), year: map.year_name });
}

function MapBody({
  map,
  words,
  admin,
}: {
  map: CurriculumMap;
  words: Record<string, string>;
  admin: boolean;
}) {
  const t = useTranslations('planning-map');
  const dates = useDates();
  const gradeWords = useGradeWords();
  const stateOf = useStateWords();
  const [mode, setMode] = useMoveMode();
  const [selected, setSelected] = useState<string>();
  const [open, setOpen] = useState<string | null>(null);
  const { draft, setDraft, save, preview } = useMapMoves(map, mode);
  const grouping = groupings.find((one): one is Grouping => one === words.by) ?? 'none';
  const groups = useMemo(
    () =>
      boardGroups(map, grouping, {
        sections: (count) => t('sections', { count }),
        grade: (grade) => gradeWords([grade]),
        state: stateOf,
        noSubject: t('noSubject'),
      }),
    [map, grouping, t, gradeWords, stateOf],
  );
  const opened = map.placements.find(({ id }) => id === open);
  const select = (key: string) => (selected === key ? setOpen(key) : setSelected(key));
  return (
    <>
      <MapFilters map={map} admin={admin} />
      {map.rows.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      ) : (
        <YearBoard
          label={t('title')}
          startsOn={map.starts_on}
          endsOn={map.ends_on}
          today={map.today_on}
          todayLabel={t('today')}
          groups={groups}
          selected={selected}
          describe={(bar, range) =>
            t('barLabel', {
              title: bar.title,
              note: bar.note,
              from: dates.shortDay(range.startsOn),
              to: dates.shortDay(range.endsOn),
              warns: String(bar.warns === true),
            })
          }
          onSelect={select}
          onDraft={setDraft}
          onDrop={save}
        />
      )}
      <MoveBar
        mode={mode}
        onMode={setMode}
        draft={draft}
        preview={preview}
        selected={map.placements.find(({ id }) => id === selected)}
        onOpen={setOpen}
      />
      <ConflictList conflicts={preview?.conflicts ?? map.conflicts} onSelect={setSelected} />
      {opened && <PlacementDrawer placement={opened} map={map} onClose={() => setOpen(null)} />}
    </>
  );
}

/** What a bar says under its title: live, in review, or a draft. */
function useStateWords() {
  const t = useTranslations('planning-map');
  return useMemo(
    () => (placement: Placement) => {
      const {
        plan_state: state,
        current_version_number: current,
        published_version_number: live,
      } = placement;
      if (state === 'submitted')
        return current ? t('inReviewVersion', { number: current }) : t('states.submitted');
      if (live !== null && state !== 'returned') return t('states.published');
      return t.has(`states.${state}`) ? t(`states.${state}` as 'states.draft') : state;
    },
    [t],
  );
}

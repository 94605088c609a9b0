import type { CurriculumMap, MapRow } from '@k12/contracts/planning/curriculum-map';
import type { Placement } from '@k12/contracts/planning/placements';
import { isSubject } from '@k12/ui/tone';
import type { YearBoardBar, YearBoardGroup, YearBoardRow } from '@k12/ui/year-board';
import { hueOf } from '../subject-hue.ts';
import type { Grouping } from './map-view.ts';
import { isWorry } from './worries.ts';

export interface BoardWords {
  sections: (count: number) => string;
  grade: (grade: string) => string;
  state: (placement: Placement) => string;
  noSubject: string;
}

/** The map as the board draws it: same grade with all subjects, or one subject through the grades (PLN-104). */
export function boardGroups(map: CurriculumMap, grouping: Grouping, words: BoardWords): YearBoardGroup[] {
  const warned = new Set(map.conflicts.filter(isWorry).map(({ placement_id }) => placement_id));
  const rows = map.rows
    .map((row) => ({ row, board: boardRow(map, row, words, warned) }))
    .sort((a, b) => rank(a.row, a.board) - rank(b.row, b.board));
  if (grouping === 'none') return [{ key: 'all', title: '', rows: rows.map(({ board }) => board) }];
  const groups = new Map<string, YearBoardRow[]>();
  for (const { row, board } of rows) {
    const key = grouping === 'grade' ? (row.grade_levels[0] ?? '') : row.subject;
    groups.set(key, [...(groups.get(key) ?? []), board]);
  }
  const order = grouping === 'grade' ? map.filters.grade_levels : map.filters.subjects;
  return [...groups]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([key, list]) => ({
      key,
      title: grouping === 'grade' ? words.grade(key) : key || words.noSubject,
      rows: list,
    }));
}

/** What one plans oneself comes first, courses without a single unit last. */
function rank(row: MapRow, board: YearBoardRow): number {
  if (board.bars.length === 0) return 2;
  return row.can.plan ? 0 : 1;
}

function boardRow(
  map: CurriculumMap,
  row: MapRow,
  words: BoardWords,
  warned: ReadonlySet<string>,
): YearBoardRow {
  const sections = words.sections(row.sections.length);
  return {
    key: row.course_id,
    title: row.name,
    description: sections,
    label: `${row.name}, ${sections}`,
    subject: isSubject(row.color) ? row.color : hueOf(row.subject),
    holidays: map.holidays
      .filter(({ school_id, starts_on, ends_on }) => school_id === row.school_id && starts_on !== ends_on)
      .map(({ starts_on, ends_on, note }) => ({
        key: starts_on,
        startsOn: starts_on,
        endsOn: ends_on,
        label: note ?? '',
      })),
    bars: map.placements
      .filter(({ course_id }) => course_id === row.course_id)
      .map((placement) => boardBar(placement, words, warned)),
  };
}

function boardBar(placement: Placement, words: BoardWords, warned: ReadonlySet<string>): YearBoardBar {
  return {
    key: placement.id,
    title: placement.title,
    note: words.state(placement),
    startsOn: placement.starts_on,
    endsOn: placement.ends_on,
    dashed: placement.published_version_number === null && placement.plan_state === 'draft',
    movable: placement.can.update,
    warns: warned.has(placement.id),
    faded: placement.state === 'skipped',
  };
}

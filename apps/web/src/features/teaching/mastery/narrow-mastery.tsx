'use client';
import type { MasterySheet } from '@k12/contracts/teaching/mastery';
import { List, ListRow } from '@k12/ui/list-row';
import { SelectField } from '@k12/ui/select-field';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LevelMark } from './level-mark.tsx';
import { cellOf, type SheetColumn } from './mastery-view.ts';

interface Props {
  sheet: MasterySheet;
  rows: MasterySheet['rows'];
  columns: readonly SheetColumn[];
  onOpened: (opened: { student_id: string; standard_id: string }) => void;
}

/** On a phone: one student at a time, the standards below each other. */
export function NarrowMastery({ sheet, rows, columns, onOpened }: Props) {
  const t = useTranslations('teaching-mastery');
  const [chosen, setChosen] = useState<string | null>(null);
  const row = rows.find(({ student_id }) => student_id === chosen) ?? rows[0];
  if (!row) return null;
  return (
    <div className="grid gap-4 p-4">
      <SelectField
        label={t('student')}
        value={row.student_id}
        options={rows.map(({ student_id, name }) => ({ value: student_id, label: name }))}
        onValueChange={setChosen}
      />
      <List label={row.name}>
        {columns.map((column) => {
          const standard = column.kind === 'standard' ? sheet.columns[column.column] : undefined;
          if (column.kind === 'strand' || !standard) return null;
          const cell = cellOf(row, column.column);
          return (
            <ListRow
              key={column.key}
              title={standard.code || standard.statement}
              description={<bdi>{standard.statement}</bdi>}
              onPress={() => onOpened({ student_id: row.student_id, standard_id: column.key })}
              end={
                <LevelMark
                  levels={sheet.scale.levels}
                  level={cell?.level ?? null}
                  nothing={t('notAssessed')}
                />
              }
            />
          );
        })}
      </List>
    </div>
  );
}

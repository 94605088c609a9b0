'use client';
import type { WhatIfCourse, WhatIfItem } from '@k12/contracts/teaching/what-if';
import { formatEntry } from '@k12/grading/entry';
import { Badge } from '@k12/ui/badge';
import { IconButton } from '@k12/ui/icon-button';
import { TextField } from '@k12/ui/text-field';
import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { isOpen, scoreOf } from './try-scores.ts';
import type { TrialState } from './use-trial.ts';

interface Props {
  course: WhatIfCourse;
  items: readonly WhatIfItem[];
  state: TrialState;
  dropped: readonly string[];
  mark: '.' | ',';
}

/** Every piece of work with a place for another score; what is still open comes first. */
export function TriedItems({ course, items, state, dropped, mark }: Props) {
  const t = useTranslations('learn-what-if');
  const nameOf = new Map(course.categories.map(({ id, name }) => [id, name]));
  const isDropped = new Set(dropped);
  const inOrder = [...items.filter(isOpen), ...items.filter((item) => !isOpen(item))];
  if (inOrder.length === 0) return null;
  return (
    <ul className="grid max-h-120 gap-px overflow-y-auto rounded-card border border-line bg-line">
      {inOrder.map((item) => (
        <ItemRow
          key={item.id}
          item={item}
          category={nameOf.get(item.category_id ?? '') ?? t('noCategory')}
          entry={state.tried.entries[item.id]}
          isDropped={isDropped.has(item.id)}
          {...{ course, state, mark }}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  course: WhatIfCourse;
  item: WhatIfItem;
  category: string;
  entry: string | undefined;
  isDropped: boolean;
  state: TrialState;
  mark: '.' | ',';
}

function ItemRow({ course, item, category, entry, isDropped, state, mark }: RowProps) {
  const t = useTranslations('learn-what-if');
  const isWrong =
    entry !== undefined &&
    entry.trim() !== '' &&
    scoreOf(entry, item.points_possible, course.scheme, mark) === null;
  const { penalty, score } = item;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-raised px-3 py-2">
      <span className="min-w-40 flex-1">
        <bdi className="[overflow-wrap:anywhere]">{item.title}</bdi>
        <span className="block text-small text-ink-3">
          <bdi>{category}</bdi>
          {' · '}
          {score === null
            ? t(item.state === 'excused' ? 'excused' : 'open')
            : t('has', { score: formatEntry(score, mark), points: formatEntry(item.points_possible, mark) })}
          {penalty && ` · ${t('late')}`}
        </span>
      </span>
      {isDropped && <Badge>{t('dropped')}</Badge>}
      <TextField
        label={t('scoreOf', { title: item.title })}
        hideLabel
        size="small"
        inputMode="decimal"
        autoComplete="off"
        value={entry ?? ''}
        placeholder={score === null ? '–' : formatEntry(score, mark)}
        suffix={<span dir="ltr">/ {formatEntry(item.points_possible, mark)}</span>}
        error={isWrong ? t('notUnderstood') : undefined}
        onChange={(event) => state.enter(item.id, event.target.value)}
        onBlur={() => entry?.trim() === '' && state.takeBack(item.id)}
        className="w-36"
      />
      <span className="w-control-small">
        {entry !== undefined && (
          <IconButton
            size="small"
            label={t('takeBack', { title: item.title })}
            icon={<RotateCcw aria-hidden />}
            onClick={() => state.takeBack(item.id)}
          />
        )}
      </span>
    </li>
  );
}

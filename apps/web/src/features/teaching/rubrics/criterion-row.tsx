'use client';
import { IconButton } from '@k12/ui/icon-button';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DraftCriterion, type DraftRating, isPoints } from './rubric-draft.ts';

interface Props {
  criterion: DraftCriterion;
  at: number;
  count: number;
  hasPoints: boolean;
  onChange: (next: DraftCriterion) => void;
  onMove: (step: number) => void;
  onRemove: () => void;
  onNext: () => void;
}

const cell =
  'w-full rounded-small border border-line-control bg-raised px-2 py-1 text-small aria-invalid:border-bad disabled:opacity-60';

/** One criterion: its title, and its ratings from the best to the least. */
export function CriterionRow({ criterion, at, count, hasPoints, onChange, onMove, onRemove, onNext }: Props) {
  const t = useTranslations('teaching-rubrics');
  const number = at + 1;
  const setRating = (place: number, change: Partial<DraftRating>) => {
    const before = criterion.ratings[place];
    if (before) onChange({ ...criterion, ratings: criterion.ratings.with(place, { ...before, ...change }) });
  };
  const addRating = () =>
    onChange({
      ...criterion,
      ratings: [...criterion.ratings, { key: crypto.randomUUID(), label: '', description: '', points: '0' }],
    });
  return (
    <li className="rounded-card border border-line p-3">
      <div className="flex items-center gap-1">
        <TitleField {...{ criterion, number, onChange, onMove, onNext }} />
        <IconButton
          size="small"
          label={t('up', { number })}
          icon={<ArrowUp aria-hidden />}
          disabled={at === 0}
          onClick={() => onMove(-1)}
        />
        <IconButton
          size="small"
          label={t('down', { number })}
          icon={<ArrowDown aria-hidden />}
          disabled={at === count - 1}
          onClick={() => onMove(1)}
        />
        <IconButton
          size="small"
          label={t('remove', { number })}
          icon={<Trash2 aria-hidden />}
          disabled={count === 1}
          onClick={onRemove}
        />
      </div>
      <div className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-2">
        {criterion.ratings.map((rating, place) => (
          <RatingCell
            key={rating.key}
            {...{ rating, number, hasPoints }}
            place={place + 1}
            onChange={(change) => setRating(place, change)}
          />
        ))}
        <div>
          <IconButton
            size="small"
            label={t('addRating', { number })}
            icon={<Plus aria-hidden />}
            disabled={criterion.ratings.length >= 10}
            onClick={addRating}
          />
        </div>
      </div>
    </li>
  );
}

interface RatingProps {
  rating: DraftRating;
  number: number;
  place: number;
  hasPoints: boolean;
  onChange: (change: Partial<DraftRating>) => void;
}

function RatingCell({ rating, number, place, hasPoints, onChange }: RatingProps) {
  const t = useTranslations('teaching-rubrics');
  return (
    <div className="grid content-start gap-1">
      <span className="flex gap-1">
        {hasPoints && (
          <input
            aria-label={t('ratingPoints', { number, rating: place })}
            inputMode="decimal"
            dir="ltr"
            value={rating.points}
            aria-invalid={!isPoints(rating.points) || undefined}
            onChange={(event) => onChange({ points: event.target.value })}
            className={`${cell} min-h-control-small w-14! shrink-0 text-center font-semibold tabular-nums`}
          />
        )}
        <input
          aria-label={t('ratingLabel', { number, rating: place })}
          placeholder={t('rating')}
          dir="auto"
          value={rating.label}
          onChange={(event) => onChange({ label: event.target.value })}
          className={`${cell} min-h-control-small min-w-0`}
        />
      </span>
      <textarea
        aria-label={t('ratingText', { number, rating: place })}
        placeholder={t('looksLike')}
        rows={2}
        dir="auto"
        value={rating.description}
        onChange={(event) => onChange({ description: event.target.value })}
        className={`${cell} field-sizing-content`}
      />
    </div>
  );
}

type TitleProps = Pick<Props, 'criterion' | 'onChange' | 'onMove' | 'onNext'> & { number: number };

function TitleField({ criterion, number, onChange, onMove, onNext }: TitleProps) {
  const t = useTranslations('teaching-rubrics');
  return (
    <input
      aria-label={t('criterionTitle', { number })}
      placeholder={t('criterion')}
      value={criterion.title}
      dir="auto"
      onChange={(event) => onChange({ ...criterion, title: event.target.value })}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          onNext();
        }
        if (event.altKey && event.key === 'ArrowUp') onMove(-1);
        if (event.altKey && event.key === 'ArrowDown') onMove(1);
      }}
      className={`${cell} min-h-control font-semibold`}
    />
  );
}

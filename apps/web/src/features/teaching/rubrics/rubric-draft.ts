import type { ProficiencyLevel } from '@k12/contracts/teaching/proficiency-scales';
import type { CriterionInput, Rubric } from '@k12/contracts/teaching/rubrics';

export interface DraftRating {
  key: string;
  id?: string;
  label: string;
  description: string;
  points: string;
}

export interface DraftCriterion {
  key: string;
  id?: string;
  title: string;
  description: string;
  standard_id: string | null;
  ratings: DraftRating[];
}

const newKey = () => crypto.randomUUID();

const firstLabels = ['', '', '', ''];

export function emptyCriterion(like?: DraftCriterion): DraftCriterion {
  const ratings = like
    ? like.ratings.map(({ label, points }) => ({ key: newKey(), label, description: '', points }))
    : firstLabels.map((label, at) => ({
        key: newKey(),
        label,
        description: '',
        points: String(firstLabels.length - at),
      }));
  return { key: newKey(), title: '', description: '', standard_id: null, ratings };
}

export function draftOf(rubric: Rubric | null): DraftCriterion[] {
  if (!rubric || rubric.criteria.length === 0) return [emptyCriterion()];
  return rubric.criteria.map((criterion) => ({
    ...criterion,
    key: criterion.id,
    ratings: criterion.ratings.map((rating) => ({ ...rating, key: rating.id, points: rating.points ?? '' })),
  }));
}

export function draftOfPasted(criteria: readonly CriterionInput[]): DraftCriterion[] {
  return criteria.map(({ title, ratings }) => ({
    ...emptyCriterion(),
    title,
    ratings: ratings.map(({ label, description = '', points }) => ({
      key: newKey(),
      label,
      description,
      points: points ?? '',
    })),
  }));
}

/** Every criterion with the levels of the scale, the best first; what somebody wrote about a level stays (TCH-84). */
export function draftByScale(
  draft: readonly DraftCriterion[],
  levels: readonly ProficiencyLevel[],
): DraftCriterion[] {
  return draft.map((criterion) => ({
    ...criterion,
    ratings: levels.toReversed().map(({ label, value }) => {
      const before = criterion.ratings.find((rating) => rating.label === label);
      return {
        ...(before?.id && { id: before.id }),
        key: before?.key ?? newKey(),
        label,
        description: before?.description ?? '',
        points: String(Number(value)),
      };
    }),
  }));
}

/** What the points of a level may be, as the server takes them; an empty field is none. */
export function isPoints(typed: string): boolean {
  return typed === '' || /^\d{1,5}([.,]\d{1,2})?$/.test(typed);
}

/** As the server takes it: rows and cells without words are not there. */
export function criteriaOf(draft: readonly DraftCriterion[], hasPoints: boolean): CriterionInput[] {
  return draft
    .filter(({ title }) => title.trim() !== '')
    .map(({ id, title, description, standard_id, ratings }) => ({
      ...(id && { id }),
      title: title.trim(),
      description,
      standard_id,
      ratings: ratings
        .filter(({ label }) => label.trim() !== '')
        .map((rating) => ({
          ...(rating.id && { id: rating.id }),
          label: rating.label.trim(),
          description: rating.description,
          points: hasPoints ? rating.points.replace(',', '.') || '0' : null,
        })),
    }));
}

export function moved<T>(list: readonly T[], from: number, step: number): T[] {
  const to = from + step;
  const [one] = list.slice(from, from + 1);
  if (one === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, one);
}

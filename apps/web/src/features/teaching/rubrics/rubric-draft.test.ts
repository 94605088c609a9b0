import { expect, test } from 'vitest';
import { criteriaOf, draftByScale, emptyCriterion } from './rubric-draft.ts';

const levels = ['Beginning', 'Developing', 'Secure'].map((label, at) => ({
  ...{ label, value: `${at + 1}.0` },
  color: 'plain' as const,
}));

test('TCH-84 a rubric starts from a proficiency scale: its levels, the best first, for every criterion', () => {
  const draft = ['Evidence', 'Language'].map((title) => ({ ...emptyCriterion(), title }));
  const made = draftByScale(draft, levels);
  const ratings = (at: number) =>
    criteriaOf(made, true)[at]?.ratings.map(({ label, points }) => `${points} ${label}`);
  expect(ratings(0)).toEqual(['3 Secure', '2 Developing', '1 Beginning']);
  expect(ratings(1)).toEqual(ratings(0));
  expect(criteriaOf(made, false)[0]?.ratings[0]?.points).toBeNull();
});

test('TCH-84 what was written about a level stays when the scale is taken again', () => {
  const [made] = draftByScale([{ ...emptyCriterion(), title: 'Evidence' }], levels);
  if (!made) throw new Error('no criterion');
  const [best, ...rest] = made.ratings;
  if (!best) throw new Error('no rating');
  const described = { ...made, ratings: [{ ...best, description: 'Names the law' }, ...rest] };
  const again = draftByScale([described], levels);
  expect(again[0]?.ratings[0]).toMatchObject({ key: best.key, description: 'Names the law' });
});

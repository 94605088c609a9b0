import { PackDefinitionInput } from '@k12/contracts/planning/pack-input';
import type { PackSection, PackWords, PlanSchema } from '@k12/contracts/planning/packs';
import { describe, expect, test } from 'vitest';
import { jsonSchemaOf } from '../json-schema.rules.ts';
import { shippedPackById, shippedPackId, shippedPacks } from './shipped-packs.ts';

function schemaOf(packKey: string, kind: PlanSchema['plan_kind']): PlanSchema {
  const schema = shippedPacks
    .find(({ key }) => key === packKey)
    ?.schemas.find(({ plan_kind }) => plan_kind === kind);
  if (!schema) throw new Error(`${packKey} has no ${kind}`);
  return schema;
}

function wordsOf(value: unknown): PackWords[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return [value as PackWords];
  return Object.values(value).flatMap(wordsOf);
}

describe('PLN-58 the packs that come with the product', () => {
  const expected: Record<string, string[]> = {
    backward_design: ['understandings', 'essential_questions', 'performance_tasks', 'learning_plan'],
    five_e: ['engage', 'explore', 'explain', 'elaborate', 'evaluate'],
    workshop: ['teaching_points', 'checkpoints', 'celebration'],
    primary_inquiry: [
      'transdisciplinary_theme',
      'central_idea',
      'lines_of_inquiry',
      'key_concepts',
      'related_concepts',
      'learner_attributes',
      'approaches_to_learning',
      'action',
    ],
    middle_years: [
      'key_concept',
      'related_concepts',
      'global_context',
      'statement_of_inquiry',
      'factual_questions',
      'conceptual_questions',
      'debatable_questions',
      'criteria',
      'approaches_to_learning',
    ],
    diploma: ['content', 'skills', 'core_connections', 'assessment'],
    scheme_of_work: ['intent', 'prior_knowledge', 'misconceptions', 'assessment_points'],
    plain: ['overview', 'objectives', 'assessment'],
  };

  test.each(Object.entries(expected))('PLN-58 %s has its parts, for units and lessons', (key, parts) => {
    const unit = schemaOf(key, 'unit').sections;
    expect(unit.map((section) => section.key)).toEqual(expect.arrayContaining(parts));
    expect(unit.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['standards', 'lessons', 'resources']),
    );
    expect(schemaOf(key, 'lesson').sections.length).toBeGreaterThan(4);
  });

  test('PLN-58 a workshop session and a 5E lesson have their parts as rows with minutes', () => {
    const parts: Record<string, string[]> = {
      workshop: ['mini_lesson', 'work_time', 'share'],
      five_e: ['engage', 'explore', 'explain', 'elaborate', 'evaluate'],
    };
    for (const [key, names] of Object.entries(parts)) {
      const sections = schemaOf(key, 'lesson').sections.filter((section) => names.includes(section.key));
      expect(sections.map((section) => section.key)).toEqual(names);
      for (const { fields } of sections) expect(fields?.map((field) => field.key)).toContain('minutes');
    }
  });

  test.each(shippedPacks.map((pack) => [pack.key, pack] as const))(
    'PLN-58 PLN-59 %s keeps the rules of every pack, in four languages, with guidance for every section',
    (_key, { key: _, version: __, ...definition }) => {
      expect(PackDefinitionInput.safeParse(definition).error?.issues ?? []).toEqual([]);
      for (const words of wordsOf(definition)) {
        expect(Object.keys(words).sort(), words.en).toEqual(['ar', 'en', 'es', 'fr']);
        expect(words.ar, words.en).toMatch(/\p{Script=Arabic}|^[A-D]$/u);
      }
      const sections: PackSection[] = definition.schemas.flatMap((schema) => schema.sections);
      expect(sections.filter(({ help }) => !help)).toEqual([]);
    },
  );

  test('PLN-60 every pack is found by an id of its own', () => {
    expect(new Set(shippedPacks.map(shippedPackId)).size).toBe(shippedPacks.length);
    for (const pack of shippedPacks) expect(shippedPackById(shippedPackId(pack))).toBe(pack);
  });
});

test('PLN-59 every kind of section becomes JSON Schema 2020-12, apart from what lives in its own tables', () => {
  const schema = schemaOf('primary_inquiry', 'unit');
  const exported = jsonSchemaOf(schema, 'urn:test');
  expect(exported).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    additionalProperties: false,
    properties: {
      central_idea: { type: 'string', maxLength: 20_000 },
      lines_of_inquiry: { type: 'array', maxItems: 5, items: { required: ['id'] } },
      key_concepts: { type: 'array', uniqueItems: true, maxItems: 3 },
      transdisciplinary_theme: { type: 'string' },
    },
    'x-required-to-publish': expect.arrayContaining(['central_idea', 'lines_of_inquiry']),
  });
  const stored = schema.sections.filter(({ kind }) => !['standards', 'lessons', 'resources'].includes(kind));
  expect(Object.keys(exported.properties as object)).toEqual(stored.map(({ key }) => key));
});

import { z } from 'zod';
import { type PackFault, schemaFaults, schemasFaults, sectionFaults } from './pack-faults.ts';
import { fieldKinds, sectionKinds } from './packs.ts';

/** Plain words: no markup, no address of somewhere else (PLN-59). */
const plainWords = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !/<\s*\/?\s*[a-z!]/i.test(text), { error: 'no markup here' })
    .refine((text) => !/\b(?:https?|ftp|file|data|javascript):/i.test(text), {
      error: 'no link or script here',
    });

const wordsOf = (most: number) =>
  z
    .strictObject({
      en: plainWords(most),
      es: plainWords(most),
      fr: plainWords(most),
      ar: plainWords(most),
    })
    .partial({ es: true, fr: true, ar: true });

const label = wordsOf(120);
const help = wordsOf(1000);
const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, { error: 'small letters, digits and _ only, a letter first' });

const options = z
  .array(z.strictObject({ value: key, label }))
  .min(1)
  .max(60);

const described = {
  key,
  label,
  help: help.optional(),
  required: z.boolean().optional(),
  options: options.optional(),
  min: z.number().min(0).max(100_000).optional(),
  max: z.number().min(0).max(100_000).optional(),
};

/** All problems at once: what parts say together is checked even where a part is wrong in itself (PLN-59). */
const always = {
  when: (payload: { value: unknown }) => typeof payload.value === 'object' && payload.value !== null,
};

type Report = { addIssue: (issue: { code: 'custom'; path: (string | number)[]; message: string }) => void };

function reporting<T>(faultsOf: (value: T) => PackFault[]) {
  return (value: T, report: Report) => {
    for (const fault of faultsOf(value)) report.addIssue({ code: 'custom', ...fault });
  };
}

const FieldInput = z
  .strictObject({ ...described, kind: z.enum(fieldKinds) })
  .superRefine(reporting(sectionFaults), always);

const SectionInput = z
  .strictObject({
    ...described,
    kind: z.enum(sectionKinds),
    hidden: z.boolean().optional(),
    audience: z.enum(['teacher', 'student']).optional(),
    fields: z.array(FieldInput).min(1).max(12).optional(),
  })
  .superRefine(reporting(sectionFaults), always);

const linkTargets = z.array(key).max(20);
const LinkRulesInput = z
  .strictObject({ contains: linkTargets, derives_from: linkTargets, aligned_with: linkTargets })
  .partial();

const SchemaInput = z
  .strictObject({
    key,
    plan_kind: z.enum(['unit', 'lesson', 'document']),
    document_type: key.optional(),
    links: LinkRulesInput.optional(),
    label,
    sections: z.array(SectionInput).min(1).max(60),
  })
  .superRefine(reporting(schemaFaults), always);

const term = z.strictObject({ one: wordsOf(40), many: wordsOf(40) });
const stateName = wordsOf(40);

const TerminologyInput = z.strictObject({
  unit: term,
  lesson: term,
  states: z
    .strictObject({
      draft: stateName,
      submitted: stateName,
      approved: stateName,
      returned: stateName,
      published: stateName,
      archived: stateName,
    })
    .partial()
    .optional(),
});

/** All that a pack says, as people may write it. */
export const PackDefinitionInput = z.strictObject({
  label,
  description: help,
  terminology: TerminologyInput,
  schemas: z
    .array(SchemaInput)
    .min(1)
    .max(12)
    .superRefine(reporting(schemasFaults), { when: ({ value }) => Array.isArray(value) }),
});
export type PackDefinitionInput = z.infer<typeof PackDefinitionInput>;

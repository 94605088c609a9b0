import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, lockVersion, noContent } from '../records.ts';
import { decimal } from './gradebook.ts';
import { ProficiencyLevel, ScaleSource } from './proficiency-scales.ts';

export const Trend = z.enum(['up', 'down', 'steady']);
export type Trend = z.infer<typeof Trend>;

/** Where a student stands with a standard; all of it null is "not assessed", and no level (TCH-128). */
const standing = {
  value: z.string().nullable(),
  /** Place among the levels of the scale. */
  level: z.int().nullable(),
  is_mastered: z.boolean().nullable(),
};

export const MasteryCell = z.object({
  /** Place among the columns. */
  column: z.int(),
  ...standing,
  evidence_count: z.int(),
  trend: Trend.nullable(),
  last_evidence_at: instant.nullable(),
  /** Set by a teacher and not by the evidence alone (TCH-126). */
  is_judged: z.boolean(),
  lock_version: lockVersion,
});
export type MasteryCell = z.infer<typeof MasteryCell>;

export const MasteryColumn = z.object({
  standard_id: id,
  code: z.string(),
  statement: z.string(),
  /** Place among the strands. */
  strand: z.int(),
  assessed_count: z.int(),
  mastered_count: z.int(),
});
export type MasteryColumn = z.infer<typeof MasteryColumn>;

export const MasteryStrand = z.object({
  /** Null: of standards that stand in no branch. */
  standard_id: id.nullable(),
  code: z.string(),
  statement: z.string(),
});
export type MasteryStrand = z.infer<typeof MasteryStrand>;

export const MasteryRow = z.object({
  student_id: id,
  name: z.string(),
  student_number: z.string().nullable(),
  section_ids: z.array(id),
  state: z.enum(['active', 'inactive', 'withdrawn', 'completed']),
  /** Only what is assessed. */
  cells: z.array(MasteryCell),
  /** Of the strands, where enough of their standards are assessed; the others are missing. */
  strands: z.array(z.object({ strand: z.int(), ...standing, assessed_count: z.int() })),
});
export type MasteryRow = z.infer<typeof MasteryRow>;

export const MasterySheet = z
  .object({
    course: z.object({
      id,
      name: z.string(),
      time_zone: z.string(),
      gradebook: z.enum(['points', 'mastery', 'both']),
    }),
    scale: z.object({
      name: z.string(),
      source: ScaleSource,
      levels: z.array(ProficiencyLevel),
      mastery_at: z.string(),
    }),
    sections: z.array(z.object({ id, name: z.string() })),
    strands: z.array(MasteryStrand),
    columns: z.array(MasteryColumn),
    rows: z.array(MasteryRow),
    can: z.object({ judge: z.boolean(), settings: z.boolean() }),
  })
  .meta({ id: 'MasterySheet' });
export type MasterySheet = z.infer<typeof MasterySheet>;

export const getMasterySheet = endpoint({
  name: 'mastery.get_sheet',
  method: 'GET',
  path: '/courses/{id}/mastery',
  summary: 'Students by standards, with level, pieces of evidence and trend',
  permission: 'gradebook.read',
  rate: 'general',
  params: idParams,
  query: z.strictObject({ section_id: id.optional() }),
  replies: { 200: MasterySheet },
});

const judgement = {
  /** One of the scale; null takes the judgement back. */
  value: decimal.nullable(),
  note: z.string().trim().max(1000).default(''),
  /** Whether evidence that comes later counts again (TCH-126). */
  ends_with_newer: z.boolean().default(false),
  lock_version: lockVersion,
};
export const Judgement = z.strictObject(judgement);
export type Judgement = z.infer<typeof Judgement>;

export const MasteryCellsUpdate = z.strictObject({
  cells: z
    .array(z.strictObject({ student_id: id, standard_id: id, ...judgement }))
    .min(1)
    .max(1000),
});
export type MasteryCellsUpdate = z.infer<typeof MasteryCellsUpdate>;

export const updateMasteryCells = endpoint({
  name: 'mastery.update_cells',
  method: 'PATCH',
  path: '/courses/{id}/mastery',
  summary: 'Set levels by judgement for several cells, each based on the version it names',
  permission: 'submissions.grade',
  rate: 'general',
  params: idParams,
  body: MasteryCellsUpdate,
  replies: {
    200: z.object({
      results: z.array(
        z.object({
          student_id: id,
          standard_id: id,
          status: z.enum(['saved', 'conflict', 'refused']),
          /** Of the cell as it is now. */
          lock_version: lockVersion,
        }),
      ),
    }),
  },
});

const person = z.object({ id, name: z.string() }).nullable();

export const EvidenceSource = z.enum(['rubric', 'assignment', 'observation']);

export const MasteryEvidence = z.object({
  id,
  source: EvidenceSource,
  value: z.string(),
  level: z.int(),
  assignment: z.object({ id, title: z.string() }).nullable(),
  /** Of the rubric, where it comes from one. */
  criterion: z.string().nullable(),
  note: z.string(),
  is_posted: z.boolean(),
  observed_at: instant,
  observed_by: person,
});
export type MasteryEvidence = z.infer<typeof MasteryEvidence>;

export const MasteryChange = z.object({
  id,
  kind: z.enum(['judged', 'judgement_taken_back', 'observed', 'observation_removed']),
  /** The level set or observed. */
  value: z.string().nullable(),
  note: z.string(),
  changed_by: person,
  changed_at: instant,
});

export const MasteryDetail = z
  .object({
    student: z.object({ id, name: z.string() }),
    standard: z.object({ id, code: z.string(), statement: z.string() }),
    levels: z.array(ProficiencyLevel),
    mastery_at: z.string(),
    ...standing,
    trend: Trend.nullable(),
    /** What the evidence alone gives. */
    calculated: z.object({ value: z.string(), level: z.int() }).nullable(),
    judgement: z
      .object({
        value: z.string(),
        note: z.string(),
        judged_by: person,
        judged_at: instant,
        ends_with_newer: z.boolean(),
        /** Newer evidence came: it counts no longer. */
        is_over: z.boolean(),
      })
      .nullable(),
    /** The latest first. */
    evidence: z.array(MasteryEvidence),
    history: z.array(MasteryChange),
    lock_version: lockVersion,
    can: z.object({ judge: z.boolean() }),
  })
  .meta({ id: 'MasteryDetail' });
export type MasteryDetail = z.infer<typeof MasteryDetail>;

const cellParams = z.strictObject({ id, student_id: id, standard_id: id });
const cellPath = '/courses/{id}/mastery/{student_id}/{standard_id}';

export const getMasteryDetail = endpoint({
  name: 'mastery.get_detail',
  method: 'GET',
  path: cellPath,
  summary: 'One student and one standard: the evidence, the judgement and the history of both',
  permission: 'gradebook.read',
  rate: 'general',
  params: cellParams,
  replies: { 200: MasteryDetail },
});

export const judgeMastery = endpoint({
  name: 'mastery.judge',
  method: 'PATCH',
  path: cellPath,
  summary: 'Set a level by judgement with a note, or take it back',
  permission: 'submissions.grade',
  rate: 'general',
  params: cellParams,
  body: Judgement,
  replies: { 200: MasteryDetail },
  errors: ['version_conflict'],
});

export const ObservationCreate = z.strictObject({
  value: decimal,
  note: z.string().trim().max(1000).default(''),
  is_posted: z.boolean().default(true),
});
export type ObservationCreate = z.infer<typeof ObservationCreate>;

export const createObservation = endpoint({
  name: 'mastery.observe',
  method: 'POST',
  path: `${cellPath}/observations`,
  summary: 'Note what was seen of a student; it counts as a piece of evidence',
  permission: 'submissions.grade',
  rate: 'general',
  params: cellParams,
  body: ObservationCreate,
  replies: { 201: MasteryDetail },
});

export const deleteObservation = endpoint({
  name: 'mastery.delete_observation',
  method: 'DELETE',
  path: `${cellPath}/observations/{observation_id}`,
  summary: 'Take an observation back',
  permission: 'submissions.grade',
  rate: 'general',
  params: cellParams.extend({ observation_id: id }),
  replies: { 204: noContent },
});

export const StudentMastery = z
  .object({
    /** The course shows levels to students at all (TCH-127). */
    is_shown: z.boolean(),
    levels: z.array(ProficiencyLevel),
    strands: z.array(
      z.object({
        code: z.string(),
        statement: z.string(),
        standards: z.array(
          z.object({
            standard_id: id,
            code: z.string(),
            statement: z.string(),
            ...standing,
            trend: Trend.nullable(),
            is_judged: z.boolean(),
            /** Posted only, the latest first. */
            evidence: z.array(
              z.object({
                id,
                source: EvidenceSource,
                title: z.string().nullable(),
                value: z.string(),
                level: z.int(),
                observed_at: instant,
              }),
            ),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'StudentMastery' });
export type StudentMastery = z.infer<typeof StudentMastery>;

export const getStudentMastery = endpoint({
  name: 'mastery.get_student',
  method: 'GET',
  path: '/courses/{id}/mastery/{student_id}',
  summary: 'What a student and the family see: posted evidence, and what it says',
  permission: 'gradebook.read',
  rate: 'general',
  params: z.strictObject({ id, student_id: id }),
  replies: { 200: StudentMastery },
});

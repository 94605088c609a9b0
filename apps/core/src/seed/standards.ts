import type { Transaction } from '@k12/db';
import { codeKeys, normalizeStandardCode } from '../features/planning/standards/code-keys.rules.ts';
import type { Seeding } from './people.ts';
import { demoId } from './random.ts';
import { insertRows } from './rows.ts';
import { frameworkOf, type SubjectStandards } from './standards-catalogue.ts';

export interface SeedStandard {
  id: string;
  code: string;
  statement: string;
  subject: string;
  grade_level: string | null;
  /** Headings are not aligned to. */
  assessable: boolean;
}

interface Place {
  code: string;
  statement: string;
  item_type: string;
  position: number;
  ancestors: string[];
  grade_levels: string[];
  assessable: boolean;
}

/** The district’s framework: subject, grade, domain, standard. Gives the standards for plans to align to. */
export async function seedStandards(
  tx: Transaction,
  { tenant, tenant_id, now }: Seeding,
): Promise<SeedStandard[]> {
  const idOf = (code: string) => demoId(`${tenant.key}/standards/${code}`);
  const framework_id = demoId(`${tenant.key}/frameworks/district`);
  const at = now.toISOString();
  const framework = frameworkOf(tenant);
  const found = framework.subjects.flatMap((subject, position) =>
    placesOf(subject, position, framework.grade).map((place) => ({ ...place, subject: subject.subject })),
  );
  await insertRows(tx, 'standard_frameworks', [
    {
      tenant_id,
      id: framework_id,
      identifier: framework_id,
      title: framework.title,
      creator: tenant.name,
      publisher: tenant.name,
      jurisdiction: tenant.name,
      description: framework.description,
      language: tenant.locale,
      subjects: framework.subjects.map(({ subject }) => subject),
      version: '2026',
      adoption_status: 'adopted',
      scope: 'district',
      standards_count: found.length,
      created_at: at,
      updated_at: at,
    },
  ]);
  const rows = found.map((place) => ({
    tenant_id,
    id: idOf(place.code),
    framework_id,
    identifier: idOf(place.code),
    parent_id: place.ancestors.length > 0 ? idOf(place.ancestors.at(-1) as string) : null,
    ancestor_ids: place.ancestors.map(idOf),
    position: place.position,
    depth: place.ancestors.length,
    is_leaf: place.assessable,
    code: place.code,
    code_normalized: normalizeStandardCode(place.code),
    statement: place.statement,
    item_type: place.item_type,
    education_levels: place.grade_levels,
    grade_levels: place.grade_levels,
    subjects: [place.subject],
    assessable: place.assessable,
    created_at: at,
    updated_at: at,
  }));
  await insertRows(tx, 'standards', rows);
  const keys = rows.flatMap(({ id, code }) =>
    codeKeys(code).map((code_key) => ({ tenant_id, code_key, standard_id: id })),
  );
  await insertRows(tx, 'standard_code_keys', keys);
  return found.map(({ code, statement, subject, grade_levels, assessable }) => ({
    id: idOf(code),
    code,
    statement,
    subject,
    grade_level: grade_levels[0] ?? null,
    assessable,
  }));
}

type GradeWords = (subject: string, grade: string) => string;

function placesOf(subject: SubjectStandards, position: number, words: GradeWords): Place[] {
  const heading = { assessable: false, position };
  const grades = Object.entries(subject.grades).sort(
    ([left], [right]) => gradeNumber(left) - gradeNumber(right),
  );
  return [
    {
      ...heading,
      code: subject.code,
      statement: subject.subject,
      item_type: 'Subject',
      ancestors: [],
      grade_levels: [],
    },
    ...grades.flatMap(([grade, domains], at) =>
      gradePlaces(subject, { grade, statement: words(subject.subject, grade) }, domains, at),
    ),
  ];
}

function gradePlaces(
  subject: SubjectStandards,
  { grade, statement }: { grade: string; statement: string },
  domains: Readonly<Record<string, readonly string[]>>,
  position: number,
): Place[] {
  const code = `${subject.code}.${grade}`;
  const grade_levels = [grade];
  const places: Place[] = [
    {
      code,
      statement,
      item_type: 'Grade level',
      position,
      ancestors: [subject.code],
      grade_levels,
      assessable: false,
    },
  ];
  for (const [at, [domain, statements]] of Object.entries(domains).entries()) {
    const domainCode = `${code}.${domain}`;
    const ancestors = [subject.code, code];
    places.push({
      code: domainCode,
      statement: subject.domains[domain] ?? domain,
      item_type: 'Domain',
      position: at,
      ancestors,
      grade_levels,
      assessable: false,
    });
    for (const [number, text] of statements.entries()) {
      places.push({
        code: `${domainCode}.${number + 1}`,
        statement: text,
        item_type: 'Standard',
        position: number,
        ancestors: [...ancestors, domainCode],
        grade_levels,
        assessable: true,
      });
    }
  }
  return places;
}

function gradeNumber(grade: string): number {
  return grade === 'K' ? 0 : Number(grade);
}

import { buffer } from 'node:stream/consumers';
import type { PlanSchema } from '@k12/contracts/planning/packs';
import type {
  PlanImportCreate,
  PlanImportPreview,
  PlanImportRead,
} from '@k12/contracts/planning/plan-imports';
import type { UnitPlan } from '@k12/contracts/planning/plans';
import { newId, type Transaction } from '@k12/db';
import { checkContent } from '@k12/plan-content/check-content';
import { authorize } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors.ts';
import { openStoredFile, selectUpload } from '../../operations/files/files.service.ts';
import { defaultPack, packOf, schemaFor } from '../packs/packs.service.ts';
import { ownPlace } from '../plans/plan-places.service.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { may } from '../plans/plans.policy.ts';
import { addLesson, addPlan } from '../plans/plans.service.ts';
import { presentUnits } from '../plans/present-plan.service.ts';
import { cutWithLessons } from '../versions/cut-version.service.ts';
import { lockPlan } from '../versions/plan-lock.service.ts';
import { importContent, linesOf, overflowSection } from './import-content.rules.ts';
import type { ImportedBlocks } from './imported-blocks.ts';
import { outlineOf } from './outline.rules.ts';
import { readDocx } from './read-docx.ts';
import { readMarkdown } from './read-markdown.ts';
import { UnreadableDocument } from './read-xml.ts';

const largestFile = { docx: 10 * 1024 * 1024, text: 512 * 1024 };
const excerptLength = 240;

/** Which heading is which section, for correction before anything is kept (PLN-25). */
export async function previewImport(context: Context, input: PlanImportRead): Promise<PlanImportPreview> {
  authorize(may(context.actor, 'unit', 'create'), 'unit_plans.create');
  const file = await readDocument(context, input.file_id);
  const pack = await context.readTenant((tx) => packOfImport(tx, context, input));
  const { title, parts } = outlineOf(file.blocks, pack.schema);
  const overflow = overflowSection(pack.schema);
  return {
    file_name: file.name,
    title,
    pack_key: pack.key,
    pack_version: pack.version,
    sections: pack.schema.sections
      .filter(({ hidden, kind }) => !hidden && kind !== 'resources' && kind !== 'standards')
      .map(({ key, label, kind }) => ({ key, label, kind })),
    parts: parts.map(({ number, heading, blocks, section_key }) => {
      const lines = linesOf(blocks);
      const words_count = lines.join(' ').split(/\s+/).filter(Boolean).length;
      return {
        number,
        heading,
        excerpt: lines.join(' · ').slice(0, excerptLength),
        words_count,
        section_key,
      };
    }),
    overflow: overflow ? { section_key: overflow.key, label: overflow.label } : null,
    pictures_left_out: file.pictures,
  };
}

export async function createImport(context: Context, input: PlanImportCreate): Promise<UnitPlan> {
  authorize(may(context.actor, 'unit', 'create'), 'unit_plans.create');
  const { file_id, targets = {}, ...facts } = input;
  const file = await readDocument(context, file_id);
  return context.withTenant(async (tx) => {
    const pack = await packOfImport(tx, context, input);
    const { content, lessons } = contentOf(file, pack.schema, targets);
    const pin = { pack_key: pack.key, pack_version: pack.version };
    const id = await addPlan(tx, context, 'unit', { ...facts, ...pin }, content);
    for (const title of lessons) await addLesson(tx, context, id, { ...pin, title });
    await cutWithLessons(tx, context, await lockPlan(tx, id), { kind: 'import', change_note: file.name });
    const { plan } = await selectReadablePlan(tx, context.actor, id, 'unit');
    const [unit] = await presentUnits(tx, context.actor, [plan]);
    return unit as UnitPlan;
  });
}

function contentOf(file: ReadFile, schema: PlanSchema, targets: Record<string, string | null>) {
  const known = new Set(schema.sections.map(({ key }) => key));
  const { parts } = outlineOf(file.blocks, schema);
  const chosen = parts.map((part) => {
    const target = targets[part.number];
    return target === undefined ? part : { ...part, section_key: target };
  });
  for (const [number, target] of Object.entries(targets)) {
    const pointer = `/targets/${number}`;
    if (!parts.some((part) => part.number === Number(number)))
      throw invalid(pointer, 'unknown_part', 'The file has no such part.');
    if (target !== null && !known.has(target))
      throw invalid(pointer, 'unknown_section', 'The plan has no such section.');
  }
  const made = importContent(schema, chosen, newId, file.name);
  const [fault] = checkContent(schema, made.content);
  if (fault) throw invalid('/file_id', fault.code, fault.detail);
  return made;
}

async function packOfImport(tx: Transaction, context: Context, input: PlanImportRead) {
  const { pack_key, pack_version } = input;
  const own = ownPlace(context);
  const place = { school_id: input.school_id === undefined ? own.school_id : input.school_id };
  const pack =
    pack_key !== undefined && pack_version !== undefined
      ? await packOf(tx, pack_key, pack_version)
      : (await defaultPack(tx, { ...place, academic_year_id: null, course_id: null })).pack;
  const schema = pack && schemaFor(pack, 'unit');
  if (!pack || !schema) throw invalid('/pack_key', 'unknown_pack', 'There is no such pack in this version.');
  return { key: pack.key, version: pack.version, schema };
}

interface ReadFile extends ImportedBlocks {
  name: string;
}

async function readDocument(context: Context, fileId: string): Promise<ReadFile> {
  const upload = await selectUpload(context, fileId, 'resource');
  const extension = /\.(\w+)$/.exec(upload.name)?.[1]?.toLowerCase() ?? '';
  const isText = ['md', 'markdown', 'txt'].includes(extension);
  if (!isText && extension !== 'docx')
    throw invalid('/file_id', 'unknown_format', 'A .docx, .md or .txt file can be read.');
  if (upload.size_bytes > (isText ? largestFile.text : largestFile.docx))
    throw invalid('/file_id', 'too_large', 'The file is too large for a plan.');
  const { content } = await openStoredFile(context, fileId);
  const bytes = await buffer(content);
  try {
    const read = isText ? readMarkdown(bytes.toString('utf8')) : readDocx(bytes);
    if (read.blocks.length === 0) throw new UnreadableDocument('no_text', 'The file holds no text.');
    return { ...read, name: upload.name };
  } catch (error) {
    if (error instanceof UnreadableDocument) throw invalid('/file_id', error.code, error.message);
    throw error;
  }
}

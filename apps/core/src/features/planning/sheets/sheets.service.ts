import type { Capability } from '@k12/contracts';
import { getStandardsCoverage } from '@k12/contracts/planning/coverage';
import { getCurriculumMap } from '@k12/contracts/planning/curriculum-map';
import type { PrintedSheet, SheetKind, SheetQuery } from '@k12/contracts/planning/sheets';
import { getAssignment } from '@k12/contracts/teaching/assignments';
import { listEnrollments } from '@k12/contracts/teaching/enrollments';
import { getGradebook } from '@k12/contracts/teaching/gradebook';
import { listModules } from '@k12/contracts/teaching/modules';
import { getRubric } from '@k12/contracts/teaching/rubrics';
import { authorize, holds } from '../../../platform/auth/actor.ts';
import type { Context } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors.ts';
import type { PrintDocument } from '../../../platform/pdf/print-document.ts';
import { renderPdfAside } from '../../../platform/pdf/render-pdf-aside.ts';
import { fileNameOf } from '../exports/file-name.rules.ts';
import { withPictures } from '../exports/pictures.service.ts';
import * as course from './course-sheets.service.ts';
import * as plan from './planning-sheets.service.ts';
import { type Sheet, sheetWords } from './sheet-words.ts';

/** A sheet shows what the page of the same records shows: it asks for the same capability, and the same service. */
const kinds: Record<
  SheetKind,
  {
    permission: Capability | null;
    needs_id: boolean;
    make: (context: Context, query: AskedSheet) => Promise<Sheet>;
  }
> = {
  gradebook: { permission: capabilityOf(getGradebook), needs_id: true, make: course.gradebookSheet },
  roster: { permission: capabilityOf(listEnrollments), needs_id: true, make: course.rosterSheet },
  seating: { permission: capabilityOf(listEnrollments), needs_id: true, make: course.seatingSheet },
  rubric: { permission: capabilityOf(getRubric), needs_id: true, make: course.rubricSheet },
  assignment: { permission: capabilityOf(getAssignment), needs_id: true, make: course.assignmentSheet },
  module: { permission: capabilityOf(listModules), needs_id: true, make: course.moduleSheet },
  map: { permission: capabilityOf(getCurriculumMap), needs_id: false, make: plan.mapSheet },
  coverage: { permission: capabilityOf(getStandardsCoverage), needs_id: false, make: plan.coverageSheet },
  week: { permission: null, needs_id: false, make: plan.weekSheet },
  calendar: { permission: null, needs_id: false, make: plan.calendarSheet },
};

export type AskedSheet = SheetQuery & { id: string };

function capabilityOf({ permission }: { permission: string }): Capability | null {
  return permission === 'signed_in' ? null : (permission as Capability);
}

export async function getSheet(context: Context, query: SheetQuery): Promise<PrintedSheet> {
  const sheet = await documentOf(context, query);
  return { ...sheet, paper: query.paper, blocks: sheet.blocks as unknown as PrintedSheet['blocks'] };
}

export async function getSheetFile(
  context: Context,
  query: SheetQuery,
): Promise<{ file_name: string; pdf: Buffer }> {
  const document = await withPictures(context, await documentOf(context, query));
  return { file_name: `${fileNameOf(document.title)}.pdf`, pdf: await renderPdfAside(document) };
}

async function documentOf(context: Context, query: SheetQuery): Promise<PrintDocument> {
  const kind = kinds[query.of];
  const { id } = query;
  if (kind.permission) authorize(holds(context.actor, kind.permission), kind.permission);
  if (kind.needs_id && !id) throw invalid('/id', 'required', 'Name what the sheet is of.');
  const sheet = await kind.make(context, { ...query, id: id ?? '' });
  const words = sheetWords[query.locale];
  const day = context.platform.clock.now().toISOString().slice(0, 10);
  return {
    landscape: false,
    contents_title: '',
    ...sheet,
    // Who printed it stands on every sheet (UXP-99).
    authors: [context.actor.display_name],
    language: query.locale,
    direction: query.locale === 'ar' ? 'rtl' : 'ltr',
    paper: query.paper,
    font_percent: 100,
    black_and_white: query.black_and_white,
    footer: words.printed(words.day(day), context.actor.display_name),
    facts: sheet.facts.filter(({ value }) => value !== ''),
  };
}

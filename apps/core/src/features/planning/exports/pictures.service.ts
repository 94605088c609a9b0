import { buffer } from 'node:stream/consumers';
import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { picturePaths } from '../../../platform/pdf/picture-paths.ts';
import type { PrintDocument } from '../../../platform/pdf/print-document.ts';
import { selectUpload } from '../../operations/files/files.service.ts';
import { openPicture } from '../../operations/files/pictures.service.ts';
import { selectReadablePlan } from '../plans/plans.access.service.ts';
import { isNamedByPlan } from './exports.queries.ts';

/** Of one document, all pictures together: a sheet is no album. */
const mostBytes = 150 * 1024 * 1024;

/** The pictures inside the texts; one that is gone is printed as its words. */
export async function withPictures(context: Context, document: PrintDocument): Promise<PrintDocument> {
  const images: Record<string, Buffer> = {};
  let size = 0;
  for (const path of picturePaths(document.blocks)) {
    const picture = await openPicture(context, path.slice(path.lastIndexOf('/') + 1));
    if (!picture || size + picture.size_bytes > mostBytes) continue;
    images[path] = await buffer(picture.content);
    size += picture.size_bytes;
  }
  return { ...document, images };
}

/**
 * One picture that the plan or a lesson of it names, in any state of it; nothing else is reached by its id. What its
 * uploader has just put into a text is on its way there.
 */
export async function openPlanPicture(context: Context, planId: string, fileId: string) {
  const isNamed = await context.readTenant(async (tx) => {
    const { plan } = await selectReadablePlan(tx, context.actor, planId);
    return isNamedByPlan(tx, plan.id, fileId);
  });
  if (!isNamed) await selectUpload(context, fileId, 'resource');
  const picture = await openPicture(context, fileId);
  if (!picture) throw new Problem('not_found');
  return picture;
}

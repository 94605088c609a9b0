import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { downloadHeaders } from '../../../platform/http/download-headers.ts';
import { openStoredFile } from '../../operations/files/files.service.ts';
import { maskedFileName } from './anonymity.rules.ts';
import { selectGradedCell } from './graded-cell.service.ts';
import * as queries from './grading.queries.ts';
import { filesOf, shownAs } from './present-attempt.rules.ts';

/** A file of exactly this work: the attempt that names it decides, not the id alone (TCH-64). */
export async function openWorkFile(
  context: Context,
  params: { id: string; student_id: string; file_id: string },
  query: { download?: boolean | undefined },
) {
  const found = await context.readTenant(async (tx) => {
    const { cell, is_anonymous } = await selectGradedCell(tx, context, params);
    for (const attempt of await queries.listAttempts(tx, cell.submission_id)) {
      const files = filesOf(attempt);
      const at = files.findIndex(({ file_id }) => file_id === params.file_id);
      const file = files[at];
      if (file) return { file, name: is_anonymous ? maskedFileName(file.name, at) : file.name };
    }
    throw new Problem('not_found');
  });
  const { content, file } = await openStoredFile(context, params.file_id);
  const kind = shownAs(found.file);
  const size = { 'content-length': String(file.size_bytes) };
  if (query.download || kind === 'download')
    return { content, headers: { ...downloadHeaders(file.content_type, found.name), ...size } };
  return { content, headers: { ...shownHeaders(kind, file.content_type), ...size } };
}

/** Shown in place: text as text whatever it holds, and nothing that could run or call anywhere (IDN-107). */
function shownHeaders(kind: string, type: string): Record<string, string> {
  return {
    'content-type': kind === 'text' ? 'text/plain; charset=utf-8' : type,
    'content-disposition': 'inline',
    // The viewer of a browser does not draw a PDF in a sandbox; a PDF runs nothing in our origin either way.
    'content-security-policy':
      kind === 'pdf'
        ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
        : "sandbox; default-src 'none'; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=300',
    'cross-origin-resource-policy': 'same-origin',
  };
}

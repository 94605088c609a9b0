import type { Context } from '../../../platform/context.ts';
import { Problem } from '../../../platform/errors.ts';
import { downloadHeaders } from '../../../platform/http/download-headers.ts';
import { checkLink } from '../../operations/files/files.service.ts';
import { findStoredContent } from '../../operations/files/stored-content.service.ts';
import { openPreview } from '../previews/previews.service.ts';
import { maskedFileName } from './anonymity.rules.ts';
import { selectGradedCell } from './graded-cell.service.ts';
import * as queries from './grading.queries.ts';
import { filesOf, shownAs } from './present-attempt.rules.ts';

interface FileQuery {
  download?: boolean | undefined;
  preview?: boolean | undefined;
  expires?: number | undefined;
  signature?: string | undefined;
}

/**
 * A file of exactly this work: the attempt that names it decides, not the id alone (TCH-64). What is shown in place
 * needs a link that was handed out in the last minutes, so that nobody is sent to a stranger's content (IDN-107).
 */
export async function openWorkFile(
  context: Context,
  params: { id: string; student_id: string; file_id: string },
  query: FileQuery,
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
  const kind = shownAs(found.file);
  const isShown = !query.download && (query.preview === true || kind !== 'download');
  if (isShown) {
    const { expires = 0, signature = '' } = query;
    checkLink(context, params.file_id, { expires, signature });
  }
  if (isShown && query.preview) {
    const { content, shown_as, size_bytes } = await openPreview(context, params.file_id);
    const type = shown_as === 'pdf' ? 'application/pdf' : 'application/json';
    return {
      stored: null,
      content,
      headers: { ...shownHeaders(shown_as, type), 'content-length': String(size_bytes) },
    };
  }
  const { file, stored } = await findStoredContent(context, params.file_id);
  const headers = isShown
    ? shownHeaders(kind, file.content_type)
    : downloadHeaders(file.content_type, found.name);
  return { stored, content: null, headers };
}

/** Shown in place: text as text whatever it holds, and nothing that could run or call anywhere (IDN-107). */
function shownHeaders(kind: string, type: string): Record<string, string> {
  return {
    'content-type': kind === 'text' ? 'text/plain; charset=utf-8' : type,
    'content-disposition': 'inline',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=300',
    'cross-origin-resource-policy': 'same-origin',
  };
}

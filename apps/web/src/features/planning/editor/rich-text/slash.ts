import type { EditorState } from '@tiptap/pm/state';

interface Slash {
  from: number;
  to: number;
  /** What was typed behind the slash. */
  query: string;
}

/** A line that begins with a slash, as far as it is typed; in the middle of a line a slash is a slash. */
export function slashAt({ selection, doc }: EditorState): Slash | null {
  const { $from, empty } = selection;
  if (!empty || $from.parent.type.name !== 'paragraph') return null;
  const from = $from.start();
  const match = /^\/([\p{L}\p{M} ]{0,20})$/u.exec(doc.textBetween(from, $from.pos));
  return match ? { from, to: $from.pos, query: match[1] ?? '' } : null;
}

import type { EditorView } from '@tiptap/pm/view';
import { uploadTo } from '@/lib/api/upload.ts';

/** Pasted or dropped pictures are stored first; the text then names the stored file. */
export function uploadPictures(view: EditorView, files: FileList | null | undefined): boolean {
  const pictures = [...(files ?? [])].filter(({ type }) => type.startsWith('image/'));
  if (pictures.length === 0) return false;
  for (const picture of pictures) void insertPicture(view, picture);
  return true;
}

export async function insertPicture(view: EditorView, picture: File): Promise<void> {
  const stored = await uploadTo('resource', picture);
  const image = view.state.schema.nodes.image?.create({
    src: `/api/v1/files/${stored.id}/content`,
    alt: picture.name.replace(/\.\w+$/, ''),
  });
  if (image && !view.isDestroyed) view.dispatch(view.state.tr.replaceSelectionWith(image));
}

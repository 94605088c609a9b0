import type { EditorView } from '@tiptap/pm/view';
import { uploadTo } from '@/lib/api/upload.ts';
import { strangePictures } from './pasted-pictures.ts';

/** What became of pictures that could not be taken: nothing is left out without a word. */
export interface PictureNews {
  leftOut: (count: number) => void;
  failed: () => void;
}

/** Pasted or dropped pictures are stored first; the text then names the stored file. */
export function uploadPictures(
  view: EditorView,
  files: FileList | null | undefined,
  news: PictureNews,
): boolean {
  const pictures = picturesAmong(files);
  if (pictures.length === 0) return false;
  for (const picture of pictures) void insertPicture(view, picture).catch(news.failed);
  return true;
}

function picturesAmong(files: FileList | null | undefined): File[] {
  return [...(files ?? [])].filter(({ type }) => type.startsWith('image/'));
}

export async function insertPicture(view: EditorView, picture: File): Promise<void> {
  const src = await stored(picture);
  const image = view.state.schema.nodes.image?.create({ src, alt: picture.name.replace(/\.\w+$/, '') });
  if (image && !view.isDestroyed) view.dispatch(view.state.tr.replaceSelectionWith(image));
}

async function stored(picture: File): Promise<string> {
  const { id } = await uploadTo('resource', picture);
  return `/api/v1/files/${id}/content`;
}

/**
 * Word and the like put text with pictures on the clipboard, and often a picture of all of it beside: the text is what
 * was meant. Its pictures are taken where the clipboard holds them; those it only names, by an address on the other
 * computer or site, are counted.
 */
export function pastePictures(view: EditorView, clipboard: DataTransfer | null, news: PictureNews): boolean {
  const { page, pictures } = strangePictures(clipboard);
  const hasWords = (page.body.textContent ?? '').trim() !== '';
  if (!hasWords && uploadPictures(view, clipboard?.files, news)) {
    const missing = pictures.length - picturesAmong(clipboard?.files).length;
    if (missing > 0) news.leftOut(missing);
    return true;
  }
  if (pictures.length === 0) return false;
  const held = pictures.filter((picture) => sourceOf(picture).startsWith('data:image/'));
  for (const picture of pictures) if (!held.includes(picture)) picture.remove();
  if (held.length < pictures.length) news.leftOut(pictures.length - held.length);
  if (held.length === 0) view.pasteHTML(page.body.innerHTML);
  else void pasteWith(view, page, held, news);
  return true;
}

async function pasteWith(view: EditorView, page: Document, held: HTMLImageElement[], news: PictureNews) {
  for (const picture of held) {
    try {
      picture.setAttribute('src', await stored(fileIn(sourceOf(picture), picture.alt)));
    } catch {
      picture.remove();
      news.failed();
    }
  }
  if (!view.isDestroyed) view.pasteHTML(page.body.innerHTML);
}

function sourceOf(picture: HTMLImageElement): string {
  return picture.getAttribute('src') ?? '';
}

/** The policy of the page lets nothing be fetched from a data address, so it is read by hand. */
function fileIn(address: string, name: string): File {
  const [head = '', body = ''] = address.split(',', 2);
  const type = /^data:([^;,]+)/.exec(head)?.[1] ?? 'image/png';
  const bytes = head.endsWith(';base64') ? atob(body) : decodeURIComponent(body);
  return new File([Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))], name || 'image', { type });
}

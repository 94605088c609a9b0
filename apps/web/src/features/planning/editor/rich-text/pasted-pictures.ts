import { fileIdOf } from './picture-address.ts';

/** Pasted markup, read without loading anything, and the pictures in it that are not of the product's own files. */
export function strangePictures(clipboard: DataTransfer | null) {
  const page = new DOMParser().parseFromString(clipboard?.getData('text/html') ?? '', 'text/html');
  const pictures = [...page.images].filter((picture) => fileIdOf(picture.getAttribute('src') ?? '') === null);
  return { page, pictures };
}

/** Endings of the files that students hand in, by what they are; what a file of each must be is known to the core. */
export const fileKinds = {
  pdf: ['pdf'],
  document: ['doc', 'docx', 'odt'],
  slides: ['ppt', 'pptx', 'odp'],
  sheet: ['xls', 'xlsx', 'ods', 'csv'],
  image: ['jpg', 'jpeg', 'png', 'gif', 'webp'],
  audio: ['mp3', 'm4a', 'wav', 'ogg'],
  video: ['mp4', 'mov', 'webm'],
  text: ['txt', 'md'],
} as const;

export type FileKind = keyof typeof fileKinds;

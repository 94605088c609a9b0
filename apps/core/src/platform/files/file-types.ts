/** What each extension must be: the declared types it may carry and the signatures its content may have. */
export interface FileType {
  declared: readonly string[];
  /** As found in the first bytes; null for text, which has no signature. */
  signature: readonly string[] | null;
  group: 'image' | 'document' | 'text' | 'archive' | 'media';
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const compound = 'application/x-cfb';

function binary(group: FileType['group'], type: string, ...others: string[]): FileType {
  return { declared: [type, ...others], signature: [type, ...others], group };
}

function office(type: string): FileType {
  return { declared: [type], signature: [type], group: 'document' };
}

function text(...declared: string[]): FileType {
  return { declared: ['text/plain', ...declared], signature: null, group: 'text' };
}

export const fileTypes: Readonly<Record<string, FileType>> = {
  jpg: binary('image', 'image/jpeg'),
  jpeg: binary('image', 'image/jpeg'),
  png: binary('image', 'image/png', 'image/apng'),
  gif: binary('image', 'image/gif'),
  webp: binary('image', 'image/webp'),
  ico: binary('image', 'image/x-icon', 'image/vnd.microsoft.icon'),
  pdf: binary('document', 'application/pdf'),
  docx: office(`${openXml}.wordprocessingml.document`),
  xlsx: office(`${openXml}.spreadsheetml.sheet`),
  pptx: office(`${openXml}.presentationml.presentation`),
  odt: office('application/vnd.oasis.opendocument.text'),
  ods: office('application/vnd.oasis.opendocument.spreadsheet'),
  odp: office('application/vnd.oasis.opendocument.presentation'),
  doc: { declared: ['application/msword'], signature: [compound], group: 'document' },
  xls: { declared: ['application/vnd.ms-excel'], signature: [compound], group: 'document' },
  ppt: { declared: ['application/vnd.ms-powerpoint'], signature: [compound], group: 'document' },
  txt: text(),
  md: text('text/markdown'),
  csv: text('text/csv', 'application/csv', 'application/vnd.ms-excel'),
  tsv: text('text/tab-separated-values'),
  json: text('application/json', 'text/json'),
  zip: binary('archive', 'application/zip', 'application/x-zip-compressed'),
  mp3: binary('media', 'audio/mpeg', 'audio/mp3'),
  m4a: binary('media', 'audio/x-m4a', 'audio/mp4'),
  wav: binary('media', 'audio/wav', 'audio/x-wav', 'audio/vnd.wave'),
  ogg: binary('media', 'audio/ogg', 'application/ogg'),
  mp4: binary('media', 'video/mp4'),
  webm: binary('media', 'video/webm'),
  mov: binary('media', 'video/quicktime'),
};

/** Programs and scripts in any place of a name or archive (IDN-105). */
export const executableExtensions: ReadonlySet<string> = new Set(
  (
    'exe dll com bat cmd msi msp scr pif cpl hta vbs vbe js mjs cjs jse ws wsf wsh ps1 psm1 sh bash zsh csh command ' +
    'jar class app apk ipa deb rpm dmg pkg iso img lnk reg inf scf url php phtml phar asp aspx jsp cgi pl py rb ' +
    'htm html xhtml shtml svg swf docm dotm xlsm xltm xlam pptm potm ppam ppsm'
  ).split(' '),
);

export const archiveExtensions: ReadonlySet<string> = new Set(
  'zip 7z rar tar gz tgz bz2 xz zst cab arj lzh'.split(' '),
);

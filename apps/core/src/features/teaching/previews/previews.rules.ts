const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/** Types that no browser shows, with the ending that the converter knows them by. */
const endings: Readonly<Record<string, string>> = {
  [`${openXml}.wordprocessingml.document`]: 'docx',
  [`${openXml}.spreadsheetml.sheet`]: 'xlsx',
  [`${openXml}.presentationml.presentation`]: 'pptx',
  [`${openDocument}.text`]: 'odt',
  [`${openDocument}.spreadsheet`]: 'ods',
  [`${openDocument}.presentation`]: 'odp',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.ms-powerpoint': 'ppt',
};

/** Null: shown as it is, or not at all. */
export function endingToConvert(contentType: string): string | null {
  return endings[contentType.split(';')[0]?.trim().toLowerCase() ?? ''] ?? null;
}

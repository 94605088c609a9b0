import type { Capability } from '@k12/contracts';
import type { FilePurpose } from '@k12/contracts/operations/files';
import { fileTypes } from './file-types.ts';

export interface PurposeRules {
  max_bytes: number;
  extensions: ReadonlySet<string>;
  /** Needed to upload for this purpose; null is everybody. */
  capability: Capability | null;
  /** Seen by everybody of the tenant, not only by those whom a record lets in. */
  open_in_tenant: boolean;
}

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;
const groups = (...names: string[]) =>
  new Set(Object.entries(fileTypes).flatMap(([name, { group }]) => (names.includes(group) ? [name] : [])));
const coursework = groups('image', 'document', 'text', 'archive', 'media');
const pictures = new Set(['jpg', 'jpeg', 'png', 'gif', 'webp']);

/** What may be uploaded for what, and how large (IDN-105). Pictures are rasters: SVG is a program (IDN-107). */
export const purposes: Readonly<Record<FilePurpose, PurposeRules>> = {
  submission: {
    max_bytes: 50 * megabyte,
    extensions: coursework,
    capability: 'submissions.create',
    open_in_tenant: false,
  },
  resource: {
    max_bytes: 50 * megabyte,
    extensions: coursework,
    capability: 'resources.create',
    open_in_tenant: false,
  },
  avatar: { max_bytes: 5 * megabyte, extensions: pictures, capability: null, open_in_tenant: false },
  logo: {
    max_bytes: 5 * megabyte,
    extensions: pictures,
    capability: 'branding.manage',
    open_in_tenant: true,
  },
  favicon: {
    max_bytes: 512 * kilobyte,
    extensions: new Set(['png', 'ico']),
    capability: 'branding.manage',
    open_in_tenant: true,
  },
  import: {
    max_bytes: 200 * megabyte,
    extensions: new Set(['csv', 'zip']),
    capability: 'imports.run',
    open_in_tenant: false,
  },
  grades: {
    max_bytes: 10 * megabyte,
    extensions: new Set(['csv', 'tsv', 'txt']),
    capability: 'submissions.grade',
    open_in_tenant: false,
  },
  standards: {
    max_bytes: 200 * megabyte,
    extensions: new Set(['json', 'csv', 'tsv', 'txt']),
    capability: 'standards.import',
    open_in_tenant: false,
  },
  curriculum: {
    max_bytes: 1024 * megabyte,
    extensions: new Set(['zip']),
    capability: 'unit_plans.create',
    open_in_tenant: false,
  },
};

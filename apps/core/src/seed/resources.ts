import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database, Transaction } from '@k12/db';
import type { Insertable } from 'kysely';
import { normalizeName, siblingsKey } from '../features/planning/resources/folders.rules.ts';
import type { Platform } from '../platform/context.ts';
import { storageKey } from '../platform/files/storage.ts';
import type { Seeding, SeedPerson } from './people.ts';
import type { SeedPlan } from './plans.ts';
import { demoId, Random } from './random.ts';
import {
  districtResources,
  ownResources,
  type ResourceGiven,
  subjectResources,
} from './resource-catalogue.ts';
import { barPicture, onePagePdf } from './resource-files.ts';
import { insertRows } from './rows.ts';

type Row<T extends keyof Database> = Insertable<Database[T]>;

interface Rows {
  folders: Map<string, Row<'resource_folders'>>;
  resources: Row<'resources'>[];
  files: Row<'files'>[];
  versions: Row<'resource_versions'>[];
  contents: { key: string; content: Buffer; content_type: string }[];
}

interface Shelf {
  scope: 'personal' | 'school' | 'tenant';
  owners: readonly string[];
  school_id: string | null;
  /** Above the folders that the catalogue names. */
  top: string | null;
}

/** A library of files and links in folders, attached to the units and lessons they are made for. */
export async function seedResources(
  tx: Transaction,
  platform: Platform,
  seeding: Seeding,
  people: readonly SeedPerson[],
  plans: readonly SeedPlan[],
): Promise<void> {
  const rows: Rows = { folders: new Map(), resources: [], files: [], versions: [], contents: [] };
  const bySubject = new Map<string, string[]>();
  const served = new Set<string>();
  for (const [key, group] of Map.groupBy(
    plans,
    ({ course }) => `${course.school_id}/${course.given.subject}`,
  )) {
    const [school_id = '', subject = ''] = key.split('/');
    const given = subjectResources[subject];
    if (!given) continue;
    const owners = [...new Set(group.map(({ owner_id }) => owner_id))];
    const shelf: Shelf = { scope: 'school', owners, school_id, top: subject };
    bySubject.set(
      key,
      given.map((resource) => addResource(rows, seeding, shelf, resource)),
    );
    for (const owner of owners.filter((one) => !served.has(one)).slice(0, 3)) {
      served.add(owner);
      const own: Shelf = { scope: 'personal', owners: [owner], school_id, top: null };
      for (const resource of ownResources) addResource(rows, seeding, own, resource);
    }
  }
  const lead =
    people.find(({ role }) => role === 'district_admin') ?? people.find(({ role }) => role === 'admin');
  if (!lead || bySubject.size === 0) return;
  const everywhere: Shelf = { scope: 'tenant', owners: [lead.person.id], school_id: null, top: null };
  for (const resource of districtResources) addResource(rows, seeding, everywhere, resource);
  await keep(platform, rows);
  // A folder comes after the one it is in.
  const folders = [...rows.folders.values()].sort((a, b) => depthOf(a) - depthOf(b));
  await insertRows(tx, 'resource_folders', folders);
  await insertRows(tx, 'files', rows.files);
  await insertRows(tx, 'resources', rows.resources);
  await insertRows(tx, 'resource_versions', rows.versions);
  await insertRows(tx, 'resource_attachments', attachmentsOf(seeding, plans, bySubject));
}

function depthOf({ ancestor_ids }: Row<'resource_folders'>): number {
  return (ancestor_ids as string[] | undefined)?.length ?? 0;
}

function addResource(rows: Rows, seeding: Seeding, shelf: Shelf, given: ResourceGiven): string {
  const { tenant, tenant_id, now } = seeding;
  const holder = shelf.scope === 'personal' ? shelf.owners[0] : (shelf.school_id ?? 'tenant');
  const path = `${tenant.key}/resources/${shelf.scope}/${holder}/${given.title}`;
  const random = new Random(path);
  const id = demoId(path);
  const owner_id = random.pick(shelf.owners);
  const at = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  const age = random.between(12, 110);
  const { content } = given;
  const isLink = content.kind === 'link';
  const health = isLink ? (content.health ?? 'ok') : 'ok';
  const files = isLink
    ? []
    : contentsOf(given).map((bytes, at_) => ({ bytes, days: at_ === 0 ? age : age - 10 }));
  const stored = files.map(({ bytes, days }, index) => {
    const number = index + 1;
    const file_id = demoId(`${path}/files/${number}`);
    const { name, content_type } = namesOf(given);
    const key = storageKey(tenant_id, 'resource', file_id);
    const created_at = at(days);
    const file = { tenant_id, id: file_id, purpose: 'resource', name, content_type, storage_key: key };
    const sha256 = createHash('sha256').update(bytes).digest();
    rows.files.push({ ...file, size_bytes: bytes.length, sha256, uploaded_by: owner_id, created_at });
    rows.contents.push({ key, content: bytes, content_type });
    const version = { tenant_id, id: demoId(`${path}/versions/${number}`), resource_id: id, file_id };
    rows.versions.push({ ...version, version_number: number, created_by: owner_id, created_at });
    return { current_version_id: version.id, content_type, size_bytes: bytes.length, sha256 };
  });
  rows.resources.push({
    tenant_id,
    id,
    kind: isLink ? 'link' : 'file',
    title: given.title,
    description: given.description ?? '',
    folder_id: folderOf(rows, seeding, shelf, owner_id, given.folder),
    owner_id,
    visibility: shelf.scope === 'personal' ? 'private' : shelf.scope,
    school_id: shelf.school_id,
    tags: [...given.tags],
    url: isLink ? content.url : null,
    ...stored.at(-1),
    health,
    checked_at: isLink && health !== 'unknown' ? at(2) : null,
    created_at: at(age),
    updated_at: at(Math.max(1, age - 10)),
  });
  return id;
}

function contentsOf({ title, content, revised }: ResourceGiven): Buffer[] {
  const first = bytesOf(title, content);
  if (!revised || content.kind !== 'pdf') return [first];
  return [
    first,
    onePagePdf(title, [...content.lines, 'Revised after the first class had it.'], weightOf(title)),
  ];
}

function weightOf(title: string): number {
  return new Random(title).between(30, 240) * 1024;
}

function bytesOf(title: string, content: ResourceGiven['content']): Buffer {
  if (content.kind === 'pdf') return onePagePdf(title, content.lines, weightOf(title));
  if (content.kind === 'png') return barPicture(content.bars);
  const lines = content.kind === 'csv' ? content.rows : content.kind === 'md' ? content.lines : [];
  return Buffer.from(`${lines.join('\n')}\n`);
}

const types = { pdf: 'application/pdf', png: 'image/png', csv: 'text/csv', md: 'text/markdown', link: '' };

function namesOf({ title, content }: ResourceGiven): { name: string; content_type: string } {
  const bare = title.replace(/[:?"<>|*/\\]/g, '');
  return { name: `${bare}.${content.kind}`, content_type: types[content.kind] };
}

/** The folder of this name on the shelf, made when it is first needed. */
function folderOf(rows: Rows, seeding: Seeding, shelf: Shelf, owner: string, name: string): string {
  const parent = shelf.top ? makeFolder(rows, seeding, shelf, owner, shelf.top, null) : null;
  return makeFolder(rows, seeding, shelf, owner, name, parent);
}

function makeFolder(
  rows: Rows,
  { tenant, tenant_id, now }: Seeding,
  { scope, owners, school_id }: Shelf,
  owner: string,
  name: string,
  parent_id: string | null,
): string {
  const owner_id = owners[0] ?? owner;
  const place = { parent_id, scope, owner_id, planning_context_id: null, school_id };
  const siblings_key = siblingsKey(place);
  const id = demoId(`${tenant.key}/resource-folders/${siblings_key}/${name}`);
  const at = new Date(now.getTime() - 120 * 86_400_000).toISOString();
  const said = { name, name_normalized: normalizeName(name), siblings_key };
  const ancestor_ids = parent_id ? [parent_id] : [];
  rows.folders.set(id, { tenant_id, id, ...place, ...said, ancestor_ids, created_at: at, updated_at: at });
  return id;
}

/** Two or three for a unit, one for every other lesson, each once. */
function attachmentsOf(
  { tenant_id, now }: Seeding,
  plans: readonly SeedPlan[],
  bySubject: ReadonlyMap<string, readonly string[]>,
): Row<'resource_attachments'>[] {
  return plans.flatMap((plan) => {
    const offered = bySubject.get(`${plan.course.school_id}/${plan.course.given.subject}`) ?? [];
    const random = new Random(`attachments/${plan.id}`);
    const count = plan.kind === 'unit' ? random.between(2, 3) : random.between(0, 1);
    const from = random.between(0, Math.max(0, offered.length - 1));
    const chosen = Array.from({ length: count }, (_, at) => offered[(from + at * 2) % offered.length]);
    return [...new Set(chosen)].flatMap((resource_id, position) => {
      if (!resource_id) return [];
      return {
        tenant_id,
        id: demoId(`attachments/${plan.id}/${resource_id}`),
        resource_id,
        target_type: plan.kind === 'unit' ? ('unit_plan' as const) : ('lesson_plan' as const),
        target_id: plan.id,
        caption: position === 0 && plan.kind === 'unit' ? 'For the first week' : '',
        position,
        audience: random.chance(0.4) ? ('student' as const) : ('teacher' as const),
        created_by: plan.owner_id,
        created_at: now.toISOString(),
      };
    });
  });
}

async function keep(platform: Platform, { contents }: Rows): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'homeroom-seed-'));
  try {
    for (const { key, content, content_type } of contents) {
      const path = join(folder, 'file');
      await writeFile(path, content);
      await platform.files.store(key, { path, size: content.length, content_type });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { newId } from '@k12/db';
import { sameValue } from '@k12/plan-content/same-value';
import { contentHash } from '../versions/snapshots.service.ts';
import * as format from './package-format.rules.ts';
import type { ImportRow, PackageRows } from './package-imports.queries.ts';
import { type NewIds, type NewState, stateOf } from './package-rows.rules.ts';
import type { ReadPackage } from './read-package.ts';
import { packName, type ResolvedPackage, schemaOf } from './resolve-package.service.ts';

interface Arrival {
  row: ImportRow;
  now: string;
  ids: NewIds;
  /** What the packs of the package are called here. */
  pins: ReadonlyMap<string, { key: string; version: number }>;
}

export function newIdsOf(read: ReadPackage, standards: ReadonlyMap<string, string>): NewIds {
  const given = new Map<string, string>();
  const idFor = (name: string) => {
    const id = given.get(name) ?? newId();
    given.set(name, id);
    return id;
  };
  return {
    of: idFor,
    version: (planId, number) => idFor(`${planId} ${number}`),
    standard: ({ framework, identifier }) => standards.get(`${framework} ${identifier}`),
    nothing: () => newId(),
    files: new Set(read.files.map(({ id }) => id)),
  };
}

/** Every row that the package becomes; plans are drafts here until somebody publishes them here. */
export function rowsOf(
  read: ReadPackage,
  { packs }: Pick<ResolvedPackage, 'packs'>,
  arrival: Arrival,
): PackageRows {
  const rows: PackageRows = {
    ...{ files: [], units: [], lessons: [], drafts: [], versions: [] },
    ...{ version_alignments: [], alignments: [], attachments: [] },
    ...resourceRows(read, arrival),
  };
  for (const plan of read.plans) {
    const schema = schemaOf(plan, packs);
    if (!schema) continue;
    const draft = stateOf(plan.draft, schema, arrival.ids);
    const versions = plan.versions.map((version) => stateOf(version, schema, arrival.ids));
    (plan.unit_id === null ? rows.units : rows.lessons).push(planRow(plan, draft, arrival));
    rows.drafts.push(draftRow(plan, draft, arrival));
    plan.versions.forEach((version, at) => {
      addVersion(rows, plan, version, versions[at] as NewState, arrival);
    });
    addLinks(rows, plan, draft, read, arrival);
  }
  return rows;
}

function planRow(plan: format.PackagedPlan, { snapshot }: NewState, arrival: Arrival) {
  const { row, now, ids, pins } = arrival;
  const pin = pins.get(packName(plan.pack)) ?? plan.pack;
  const newest = plan.versions.at(-1);
  const { title, tags, duration_minutes } = snapshot;
  return {
    id: ids.of(plan.id),
    kind: plan.kind,
    ...{ title, tags, duration_minutes },
    school_id: row.school_id,
    owner_id: row.created_by,
    home: row.home,
    planning_context_id: row.planning_context_id,
    subjects: plan.subjects,
    grade_levels: plan.grade_levels,
    language: plan.language,
    document_type: plan.document_type,
    pack_key: pin.key,
    pack_version: pin.version,
    schema_key: plan.pack.schema,
    unit_plan_id: plan.unit_id === null ? null : ids.of(plan.unit_id),
    position: plan.unit_id === null ? null : (plan.position ?? 0),
    current_version_id: newest ? ids.version(plan.id, newest.number) : null,
    created_by: row.created_by,
    created_at: now,
    updated_at: now,
  };
}

function draftRow(plan: format.PackagedPlan, { snapshot }: NewState, { row, now, ids }: Arrival) {
  const revision = plan.draft.is_newest_version ? 0 : 1;
  return {
    plan_id: ids.of(plan.id),
    content: JSON.stringify(snapshot.content),
    revision,
    version_revision: 0,
    last_editor_id: row.created_by,
    last_edited_at: now,
  };
}

function addVersion(
  rows: PackageRows,
  plan: format.PackagedPlan,
  version: format.PackagedVersion,
  { snapshot, linked }: NewState,
  { row, ids }: Arrival,
): void {
  const id = ids.version(plan.id, version.number);
  const { title, tags, duration_minutes } = snapshot;
  rows.versions.push({
    id,
    plan_id: ids.of(plan.id),
    version_number: version.number,
    ...{ title, tags, duration_minutes },
    content: JSON.stringify(snapshot.content),
    alignments: JSON.stringify(snapshot.alignments),
    resources: JSON.stringify(snapshot.resources),
    lessons: JSON.stringify(snapshot.lessons),
    author_id: row.created_by,
    change_note: version.change_note,
    kind: version.kind,
    restored_from_version_id:
      version.restored_from === null ? null : ids.version(plan.id, version.restored_from),
    content_hash: contentHash(snapshot),
    changed_fields_count: version.changed_fields_count,
    created_at: version.created_at,
  });
  const once = new Map(linked.map((one) => [one.standard_id, one]));
  for (const { standard_id, emphasis } of once.values())
    rows.version_alignments.push({ version_id: id, standard_id, plan_id: ids.of(plan.id), emphasis });
}

const targets = { unit: 'unit_plan', lesson: 'lesson_plan', document: 'curriculum_document' } as const;

function addLinks(
  rows: PackageRows,
  plan: format.PackagedPlan,
  { linked }: NewState,
  read: ReadPackage,
  { row, now, ids }: Arrival,
): void {
  const target = { target_type: targets[plan.kind], target_id: ids.of(plan.id) };
  const once = new Map(linked.map((one) => [one.standard_id, one]));
  for (const { standard_id, emphasis, note } of once.values())
    rows.alignments.push({
      id: newId(),
      ...target,
      ...{ standard_id, emphasis, note, source: 'import', created_by: row.created_by, created_at: now },
    });
  const there = new Map(read.resources.map((resource) => [resource.id, resource]));
  plan.draft.resources.forEach((attached, position) => {
    const resource = there.get(attached.resource_id);
    const pinned = resource?.versions.find(({ number }) => number === attached.pinned_version);
    if (!resource || rows.attachments.some((other) => sameValue(other, attached))) return;
    rows.attachments.push({
      id: newId(),
      ...target,
      resource_id: ids.of(resource.id),
      path: attached.path ?? '',
      caption: attached.caption ?? '',
      position,
      audience: attached.audience,
      pinned_version_id: pinned ? ids.version(resource.id, pinned.number) : null,
      opens_for_readers: attached.opens_for_readers ?? true,
      created_by: row.created_by,
      created_at: now,
    });
  });
}

const visibilities = { personal: 'private', team: 'team', school: 'school', district: 'tenant' } as const;

/** Files get their rows where their bytes are kept; a resource is open to whom the plans are. */
function resourceRows(read: ReadPackage, { row, now, ids }: Arrival) {
  const resources: PackageRows['resources'] = [];
  const resource_versions: PackageRows['resource_versions'] = [];
  for (const resource of read.resources) {
    const { kind, title, description, tags, url, drive_file_id } = resource;
    const id = ids.of(resource.id);
    const newest = resource.versions.at(-1);
    const file = newest && read.files.find((one) => one.id === newest.file_id);
    resources.push({
      ...{ id, kind, title, description, tags, url, drive_file_id },
      owner_id: row.created_by,
      visibility: visibilities[row.home],
      planning_context_id: row.planning_context_id,
      school_id: row.school_id,
      current_version_id: newest ? ids.version(resource.id, newest.number) : null,
      content_type: file?.content_type ?? null,
      sha256: file ? Buffer.from(file.sha256, 'hex') : null,
      size_bytes: file
        ? (read.manifest.parts.find(({ path }) => path === format.filePath(file.sha256))?.size_bytes ?? 0)
        : null,
      created_at: now,
      updated_at: now,
    });
    for (const { number, file_id } of resource.versions)
      resource_versions.push({
        id: ids.version(resource.id, number),
        resource_id: id,
        version_number: number,
        file_id: ids.of(file_id),
        created_by: row.created_by,
        created_at: now,
      });
  }
  return { resources, resource_versions };
}

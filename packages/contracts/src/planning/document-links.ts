import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { abilities, id, idParams, noContent } from '../records.ts';
import { linkTypes } from './packs.ts';
import { PlanState } from './plan-records.ts';

export const LinkType = z.enum(linkTypes);
export type LinkType = z.infer<typeof LinkType>;

const LinkedPlan = z.object({
  id,
  kind: z.enum(['unit', 'document']),
  /** Of a document. */
  document_type: z.string().nullable(),
  title: z.string(),
  state: PlanState,
  published_version_number: z.int().nullable(),
  subjects: z.array(z.string()),
  grade_levels: z.array(z.string()),
});
export type LinkedPlan = z.infer<typeof LinkedPlan>;

/** One link, seen from one of its ends. */
export const DocumentLink = z
  .object({ id, type: LinkType, position: z.int(), plan: LinkedPlan })
  .meta({ id: 'DocumentLink' });
export type DocumentLink = z.infer<typeof DocumentLink>;

export const DocumentLinks = z.object({
  /** What the document names, in order within each type. */
  data: z.array(DocumentLink),
  /** Which documents name it. */
  linked_from: z.array(DocumentLink),
  /** Links whose other end is not the caller's to read. */
  hidden_count: z.int(),
  can: abilities('update'),
});
export type DocumentLinks = z.infer<typeof DocumentLinks>;

export const listDocumentLinks = endpoint({
  name: 'curriculum_documents.list_links',
  method: 'GET',
  path: '/curriculum_documents/{id}/links',
  summary: 'What a document contains, comes from and is aligned with, and what names it',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: DocumentLinks },
});

/** A link that the pack does not allow answers 422 with the rule in words (PLN-17). */
export const createDocumentLink = endpoint({
  name: 'curriculum_documents.link',
  method: 'POST',
  path: '/curriculum_documents/{id}/links',
  summary: 'Link a document to a unit or another document; doing it twice changes nothing',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ type: LinkType, target_id: id }),
  replies: { 201: DocumentLink, 200: DocumentLink },
  errors: ['conflict'],
});

export const putDocumentLinkOrder = endpoint({
  name: 'curriculum_documents.order_links',
  method: 'PUT',
  path: '/curriculum_documents/{id}/link_order',
  summary: 'Put the links of one type into an order; 409 when they are not the ones there are',
  permission: 'unit_plans.update',
  rate: 'general',
  params: idParams,
  body: z.strictObject({ type: LinkType, link_ids: z.array(id).max(500) }),
  replies: { 200: DocumentLinks },
  errors: ['conflict'],
});

export const deleteDocumentLink = endpoint({
  name: 'curriculum_documents.unlink',
  method: 'DELETE',
  path: '/curriculum_documents/{id}/links/{link_id}',
  summary: 'Take away a link; what it led to stays',
  permission: 'unit_plans.update',
  rate: 'general',
  params: z.strictObject({ id, link_id: id }),
  replies: { 204: noContent },
  errors: ['conflict'],
});

/** A linked unit shows the documents that contain it (PLN-17). */
export const listDocumentsOfUnit = endpoint({
  name: 'unit_plans.list_documents',
  method: 'GET',
  path: '/unit_plans/{id}/curriculum_documents',
  summary: 'The curriculum documents that name a unit',
  permission: 'unit_plans.read',
  rate: 'general',
  params: idParams,
  replies: { 200: z.object({ data: z.array(DocumentLink) }) },
});

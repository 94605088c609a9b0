// Generated from src by scripts/browser.ts. Do not edit.
export const LinkType = {"options":["contains","derives_from","aligned_with"]};
export const createDocumentLink = {"name":"curriculum_documents.link","method":"POST","path":"/curriculum_documents/{id}/links"};
export const deleteDocumentLink = {"name":"curriculum_documents.unlink","method":"DELETE","path":"/curriculum_documents/{id}/links/{link_id}"};
export const listDocumentLinks = {"name":"curriculum_documents.list_links","method":"GET","path":"/curriculum_documents/{id}/links"};
export const listDocumentsOfUnit = {"name":"unit_plans.list_documents","method":"GET","path":"/unit_plans/{id}/curriculum_documents"};
export const putDocumentLinkOrder = {"name":"curriculum_documents.order_links","method":"PUT","path":"/curriculum_documents/{id}/link_order"};

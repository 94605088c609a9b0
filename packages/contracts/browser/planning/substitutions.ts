// Generated from src by scripts/browser.ts. Do not edit.
export const SubstitutionState = {"options":["waiting","open","ended","revoked"]};
export const createSubstitution = {"name":"substitutions.create","method":"POST","path":"/substitutions"};
export const getSubstituteDay = {"name":"substitutions.day","method":"GET","path":"/substitutions/{id}/day"};
export const getSubstituteFile = {"name":"substitutions.file","method":"GET","path":"/substitutions/{id}/resources/{resource_id}/content"};
export const getSubstitutePacket = {"name":"substitute_packets.get","method":"GET","path":"/substitute_packets"};
export const getSubstitution = {"name":"substitutions.get","method":"GET","path":"/substitutions/{id}"};
export const listSubstitutions = {"name":"substitutions.list","method":"GET","path":"/substitutions"};
export const revokeSubstitution = {"name":"substitutions.revoke","method":"POST","path":"/substitutions/{id}/revoke"};

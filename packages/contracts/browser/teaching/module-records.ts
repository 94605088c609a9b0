// Generated from src by scripts/browser.ts. Do not edit.
export const CompletionRule = {"options":["none","view","mark_done","submit","posts","score"]};
export const ModuleItemKind = {"options":["assignment","quiz","discussion","page","file","drive_file","link","lesson","lti_link","header"]};
export const ModuleItemState = {"options":["draft","scheduled","published"]};
export const ModuleState = {"options":["draft","scheduled","published","archived"]};

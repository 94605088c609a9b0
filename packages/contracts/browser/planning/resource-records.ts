// Generated from src by scripts/browser.ts. Do not edit.
export const ResourceFormat = {"options":["document","sheet","slides","pdf","image","audio","video","text","archive","link"]};
export const ResourceHealth = {"options":["ok","unreachable","forbidden","unknown"]};
export const ResourceKind = {"options":["file","drive_file","link"]};
export const ResourceVisibility = {"options":["private","team","school","tenant"]};

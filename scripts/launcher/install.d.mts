export function matchesLockfile(root: string): boolean;
export function ensureInstalled(root: string): Promise<void>;

export function matchesLockfile(root: string): boolean;
export function ensureInstalled(root: string): Promise<void>;
export function oneAtATime<T>(root: string, work: () => T | Promise<T>): Promise<T>;

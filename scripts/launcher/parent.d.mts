export function onParentGone(act: () => void): void;

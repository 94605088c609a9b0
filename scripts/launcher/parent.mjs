// Ending npm must end what npm started. npm passes some signals on and dies of others without a word, so its child
// looks whether it is still there. Outside npm the parent is a shell, and closing that may be what somebody wants.
export function onParentGone(act) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 500);
  watch.unref();
}

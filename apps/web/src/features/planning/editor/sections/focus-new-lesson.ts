export function focusNewLesson(): void {
  window.document.getElementById('new-lesson')?.focus();
}

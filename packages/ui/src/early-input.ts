'use client';
import { useEffect, useInsertionEffect, useRef } from 'react';

type Typed = HTMLInputElement | HTMLTextAreaElement;

/**
 * A field that came with the page can be typed in before its script runs. React takes over the node and what is in it
 * but tells nobody, so a form would save the former value under what the person sees. This tells it.
 */
export function useEarlyInput(id: string): void {
  const typed = useRef<string | null>(null);
  // Read before anything else of this commit can write a default into the field.
  useInsertionEffect(() => {
    const field = findField(id);
    typed.current = field && field.value !== field.defaultValue ? field.value : null;
  }, [id]);
  useEffect(() => {
    const field = findField(id);
    if (field && typed.current !== null) typeAgain(field, typed.current);
    typed.current = null;
  }, [id]);
}

function findField(id: string): Typed | null {
  const node = document.getElementById(id);
  if (node instanceof HTMLTextAreaElement) return node;
  const isText = node instanceof HTMLInputElement && !['checkbox', 'radio', 'file'].includes(node.type);
  return isText ? node : null;
}

/** React compares with the value it last saw on the node itself; the prototype's setter goes past that. */
function typeAgain(field: Typed, value: string): void {
  field.value = field.defaultValue;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

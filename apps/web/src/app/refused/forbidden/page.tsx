import { forbidden } from 'next/navigation';

/** Shown in place of a page of another role, with status 403 and nothing of that area. */
export default function Page(): never {
  forbidden();
}

import { notFound } from 'next/navigation';

/** Shown in place of an unregistered address, with status 404. */
export default function Page(): never {
  notFound();
}

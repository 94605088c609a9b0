import { pageTitle } from '@/lib/page-title.ts';
import { MessageOf } from '@/shell/message-of.tsx';

export const generateMetadata = pageTitle('notFound');

export default function NotFound() {
  return <MessageOf title="notFoundTitle" text="notFoundText" />;
}

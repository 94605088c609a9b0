import { pageTitle } from '@/lib/page-title.ts';
import { MessageOf } from '@/shell/message-of.tsx';

export const generateMetadata = pageTitle('unauthorized');

export default function Page() {
  return <MessageOf title="forbiddenTitle" text="forbiddenText" />;
}

'use client';
import { Avatar } from '../avatar.tsx';
import type { DocEntry } from './entry.tsx';

function Faces() {
  return (
    <div className="flex items-center gap-3">
      <Avatar name="Thandi Mbeki" size="small" named />
      <Avatar name="Jan Kowalski" named />
      <Avatar name="ليلى حداد" named />
      <Avatar name="Ada" size="large" named />
      <Avatar name="Ada" size="largest" named />
    </div>
  );
}

export const avatarDocs: DocEntry = {
  name: 'avatar',
  title: 'Avatar',
  group: 'Content',
  purpose: 'A person at a glance: photo, or the first letters of the name in any script.',
  anatomy: ['Photo or initials'],
  states: ['photo', 'initials'],
  keyboard: [],
  speech: 'Silent beside a written name; the name when it stands alone.',
  does: ['Write the name beside it wherever there is room'],
  donts: ['Show faces on a projector'],
  examples: [{ title: 'Sizes', Example: Faces }],
};

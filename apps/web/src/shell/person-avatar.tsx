'use client';
import { listPictures, mostPicturesAtOnce } from '@k12/contracts/identity/pictures';
import { Avatar, type AvatarProps } from '@k12/ui/avatar';
import { useSavesData } from '@k12/ui/saves-data';
import useSWR from 'swr';
import { callApi } from '@/lib/api/browser.ts';
import { recordKey } from '@/lib/api/keys.ts';
import { useSession } from '@/lib/session-context.tsx';

type Props = Omit<AvatarProps, 'src'> & { id: string };

/** Somebody's picture where there is one and the reader may see it, else initials (UXP-109). */
export function PersonAvatar({ id, ...avatar }: Props) {
  return <Avatar {...avatar} src={usePicture(id)} />;
}

/** Links hold for a day; a page that stays open longer has shown its pictures by then. */
const rarely = { revalidateOnFocus: false, revalidateIfStale: false, dedupingInterval: 10 * 60_000 };

function usePicture(id: string): string | undefined {
  const scope = useSession();
  const savesData = useSavesData();
  // One key for each person, so that a face known from one list is there at once in the next.
  const key = savesData || id === '' ? null : recordKey(scope, listPictures, { id });
  return useSWR(key, () => readWithOthers(id), rarely).data ?? undefined;
}

type Answer = { resolve: (url: string | null) => void; reject: (error: unknown) => void };
let waiting = new Map<string, Answer[]>();

/** All people who are drawn in one go are asked for together. */
function readWithOthers(id: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    if (waiting.size === 0) setTimeout(askForAll, 0);
    waiting.set(id, [...(waiting.get(id) ?? []), { resolve, reject }]);
  });
}

function askForAll(): void {
  const asked = [...waiting];
  waiting = new Map();
  for (let at = 0; at < asked.length; at += mostPicturesAtOnce) {
    void ask(new Map(asked.slice(at, at + mostPicturesAtOnce)));
  }
}

async function ask(people: ReadonlyMap<string, Answer[]>): Promise<void> {
  try {
    const { data } = await callApi(listPictures, { query: { ids: [...people.keys()].join(',') } });
    const urls = new Map(data.map(({ id, picture_url }) => [id, picture_url]));
    for (const [id, answers] of people) for (const { resolve } of answers) resolve(urls.get(id) ?? null);
  } catch (error) {
    for (const answers of people.values()) for (const { reject } of answers) reject(error);
  }
}

'use client';
import { getFile } from '@k12/contracts/operations/files';
import { useContext } from 'react';
import { useApi } from '@/lib/api/hooks.ts';
import { fileIdOf, PicturesOfPlan, pictureOfPlan } from './picture-address.ts';

interface Props {
  src: string;
  alt: string;
}

/** A stored picture: its address in the text is lasting, what shows it is asked for each time. */
export function FileImage(props: Props) {
  const planId = useContext(PicturesOfPlan);
  if (planId === null) return <UploadersImage {...props} />;
  // biome-ignore lint/performance/noImgElement: core makes the sizes, there is no optimiser to ask
  return <img src={pictureOfPlan(planId, props.src)} alt={props.alt} loading="lazy" />;
}

function UploadersImage({ src, alt }: Props) {
  const id = fileIdOf(src);
  const file = useApi(getFile, id ? { params: { id } } : null);
  const shown = id ? file.data?.content_url : src;
  if (!shown) return <span className="text-ink-3">{alt}</span>;
  // biome-ignore lint/performance/noImgElement: core makes the sizes, there is no optimiser to ask
  return <img src={shown} alt={alt} loading="lazy" />;
}

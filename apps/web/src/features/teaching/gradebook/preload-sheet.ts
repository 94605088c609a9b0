import { endpointUrl } from '@k12/contracts/client';
import { getGradebook } from '@k12/contracts/teaching/gradebook';
import { getGradebookArrangement } from '@k12/contracts/teaching/gradebook-views';
import { preload } from 'react-dom';

/** The grades are on their way while the scripts that will show them still load (TCH-90). */
export function preloadSheet(courseId: string): void {
  for (const endpoint of [getGradebook, getGradebookArrangement]) {
    const address = `/api/v1${endpointUrl(endpoint, { params: { id: courseId } })}`;
    // As the calls of a page ask, so that the one takes what the other began.
    preload(address, { as: 'fetch', crossOrigin: 'anonymous', fetchPriority: 'high' });
  }
}

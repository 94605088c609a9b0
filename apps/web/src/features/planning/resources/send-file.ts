import { ApiProblem, isProblemBody } from '@k12/contracts/client';
import { type StoredFile, uploadFile } from '@k12/contracts/operations/files';
import { readCsrfToken } from '@/lib/api/csrf.ts';

interface Sending {
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends one file and tells how far it is; a request of the older kind, because only that one knows. */
export async function sendFile(file: File, { onProgress, signal }: Sending): Promise<StoredFile> {
  const token = await readCsrfToken();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(uploadFile.method, `/api/v1${uploadFile.path}?purpose=resource`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-csrf-token', token);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(request.response as StoredFile);
      else reject(problemOf(request));
    });
    request.addEventListener('error', () => reject(new TypeError('The connection broke off')));
    request.addEventListener('abort', () => reject(new DOMException('Given up', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

function problemOf(request: XMLHttpRequest): Error {
  const body: unknown = request.response;
  return isProblemBody(body) ? new ApiProblem(body) : new Error(`The file was not taken: ${request.status}`);
}

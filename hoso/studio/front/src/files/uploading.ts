// One file on its way to the studio, by tus: it goes on where a connection broke, also after a reload.
import { type DetailedError, type HttpResponse, Upload } from "tus-js-client";
import { csrf, type Problem, send } from "../shared/send";

/** What became of a file (uploads.Outcome). */
export interface Outcome {
  readonly name: string;
  readonly traces: readonly string[];
  readonly renamed: boolean;
  readonly replaced: boolean;
}

export type Clash = "refuse" | "number" | "replace";

export interface Wish {
  readonly file: File;
  /** As the studio is to call it, as far as it can. */
  readonly name: string;
  /** Whose recorded line it is; empty for a file of videos/ itself. */
  readonly message: string;
  readonly clash: Clash;
}

export interface Watch {
  readonly progress: (sent: number, total: number) => void;
  readonly waiting: () => void;
  readonly done: (outcome: Outcome) => void;
  /** `free` is the name that it could have where its own is taken. */
  readonly refused: (problems: readonly Problem[], free: string | null) => void;
  readonly broken: () => void;
}

const PIECE_BYTES = 64 * 2 ** 20;
const RETRIES_MS = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000];

/** Begin to send; what stops it, and what makes the studio forget it. */
export function upload(wish: Wish, watch: Watch): { readonly abort: () => Promise<void> } {
  const { file, name, message, clash } = wish;
  const metadata = { filename: name, clash, ...(message ? { message } : {}) };
  const going = new Upload(file, {
    endpoint: "/api/uploads",
    metadata,
    chunkSize: PIECE_BYTES,
    retryDelays: RETRIES_MS,
    removeFingerprintOnSuccess: true,
    headers: { "X-CSRF-Token": csrf() },
    // The same file for another place, or to be treated otherwise, is another upload.
    fingerprint: async () => ["hoso", name, message, clash, file.size, file.lastModified].join("-"),
    onProgress: watch.progress,
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      const again = status === 0 || status === 423 || status >= 500 || (status === 409 && !freeIn(error));
      if (again) watch.waiting();
      return again && status !== 507;
    },
    onSuccess: () => void told(going, watch),
    onError: (error) => failed(error, watch),
  });
  void going.findPreviousUploads().then(([before]) => {
    if (before) going.resumeFromPreviousUpload(before);
    going.start();
  });
  return { abort: () => going.abort(true) };
}

async function told(going: Upload, watch: Watch): Promise<void> {
  try {
    const { file } = await send<{ file: Outcome | null }>(new URL(going.url ?? "", location.href).pathname);
    if (file) watch.done(file);
    else watch.broken();
  } catch {
    watch.broken();
  }
}

function failed(error: Error | DetailedError, watch: Watch): void {
  const response = "originalResponse" in error ? error.originalResponse : null;
  if (response && response.getStatus() >= 400) watch.refused(answer(response).problems ?? [], freeIn(error));
  else watch.broken();
}

const freeIn = (error: Error | DetailedError): string | null =>
  ("originalResponse" in error && error.originalResponse && answer(error.originalResponse).free) || null;

function answer(response: HttpResponse): { problems?: readonly Problem[]; free?: string } {
  try {
    return JSON.parse(response.getBody()) as { problems?: readonly Problem[]; free?: string };
  } catch {
    return {};
  }
}

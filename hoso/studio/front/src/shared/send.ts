// Requests to the studio's API: the token goes along, refusals come back as problems.

/** What hoso.studio.web.problems.ProblemOut is. `line` and `column` count from 1. */
export interface Problem {
  readonly message: string;
  readonly remedy: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly level: "error" | "warning" | "hint";
}

/** The studio answered, and the answer was no. */
export class Refused extends Error {
  override readonly name = "Refused";

  constructor(
    readonly status: number,
    readonly problems: readonly Problem[],
    /** The whole answer: some refusals carry more than problems. */
    readonly answer: unknown,
  ) {
    super(problems.map((problem) => problem.message).join("\n"));
  }
}

const meta = (name: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";

/** What a form or a script has to send along with every change. */
export const csrf = (): string => meta("csrf-token");

/** The nonce for <style> elements that libraries insert. */
export const nonce = (): string => meta("csp-nonce");

export interface Wish {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, as YAML, instead of `body`. */
  readonly text?: string;
  /** Sent besides those that every request has. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Let the request outlive the page: for what is saved while leaving. At most 64 KiB. */
  readonly keepalive?: boolean;
}

/** The JSON that `path` answers with. Throws Refused on a refusal, TypeError where there is no connection. */
export async function send<T>(path: string, wish: Wish = {}): Promise<T> {
  const headers: Record<string, string> = {
    Accept: "application/json",
    "X-CSRF-Token": csrf(),
    ...wish.headers,
  };
  const init: RequestInit = { method: wish.method ?? "GET", headers, keepalive: wish.keepalive ?? false };
  if (wish.body !== undefined) {
    headers["Content-Type"] = "application/json";
    init.body = JSON.stringify(wish.body);
  }
  if (wish.text !== undefined) {
    headers["Content-Type"] = "text/yaml; charset=utf-8";
    init.body = wish.text;
  }
  if (wish.signal) init.signal = wish.signal;
  const response = await fetch(path, init);
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (!response.ok) throw new Refused(response.status, problemsIn(answer), answer);
  return answer as T;
}

function problemsIn(answer: unknown): readonly Problem[] {
  const found = (answer as { problems?: unknown } | null)?.problems;
  return Array.isArray(found) ? (found as Problem[]) : [];
}

// Jobs of this message: asked for, and followed to their end by the server's event stream.

import { send } from "../../shared/send";

export interface Wish {
  readonly kind: "render" | "preview";
  readonly message: string;
  readonly editions: readonly string[];
}

export interface Stage {
  readonly index: number;
  readonly name: string;
  readonly total: number;
  readonly done: number;
  /** Seconds; null while nobody can say. */
  readonly left: number | null;
}

export type State = "queued" | "running" | "done" | "failed" | "cancelled";

export interface Job {
  readonly id: number;
  readonly state: State;
  readonly problems: readonly { readonly message: string; readonly remedy: string }[];
}

export interface Progress {
  readonly id: number;
  readonly state: State;
  readonly stages: readonly Stage[];
  /** How many jobs go before it. */
  readonly ahead: number;
}

interface Change {
  readonly fresh?: boolean;
  readonly state?: State;
  readonly stages?: readonly Stage[];
}

export function wishFor(wish: Wish): Promise<Job> {
  return send("/api/jobs", { method: "POST", body: { ...wish, urgent: true } });
}

export async function cancelJob(id: number): Promise<void> {
  await send(`/api/jobs/${id}/cancel`, { method: "POST" });
}

/** Tells of a job's progress until it has ended; then what came of it. */
export function followJob(id: number, told: (progress: Progress) => void): Promise<Job> {
  let progress: Progress = { id, state: "queued", stages: [], ahead: 0 };
  const tell = (change: Partial<Progress>): void => {
    progress = { ...progress, ...change };
    told(progress);
  };
  return new Promise((resolve, reject) => {
    // A stream that breaks is taken up again by the browser.
    const stream = new EventSource(`/api/jobs/${id}/events`);
    const take = (event: MessageEvent<string>): void =>
      tell(merged(progress, JSON.parse(event.data) as Change));
    stream.addEventListener("snapshot", take);
    stream.addEventListener("change", take);
    stream.addEventListener("queue", (event: MessageEvent<string>) =>
      tell(JSON.parse(event.data) as { ahead: number }),
    );
    stream.addEventListener("end", () => {
      stream.close();
      send<Job>(`/api/jobs/${id}`).then(resolve, reject);
    });
  });
}

function merged(progress: Progress, change: Change): Partial<Progress> {
  const stages = new Map((change.fresh ? [] : progress.stages).map((stage) => [stage.index, stage]));
  for (const stage of change.stages ?? []) stages.set(stage.index, stage);
  return {
    stages: [...stages.values()].sort((a, b) => a.index - b.index),
    ...(change.state ? { state: change.state } : {}),
  };
}

// How far a job is: what hoso.studio.jobs.changes sends, put together again.
import type { Problem } from "../shared/send";

export type State = "queued" | "running" | "done" | "failed" | "cancelled";

/** A stretch of work. Times in seconds; `left` is null while nobody can say. */
export interface Stage {
  readonly index: number;
  readonly name: string;
  readonly of: string;
  readonly total: number;
  readonly done: number;
  readonly reused: number;
  readonly seconds: number;
  readonly left: number | null;
}

export interface Snapshot {
  readonly state: State;
  /** Somebody cancelled it, and it has not stopped yet. */
  readonly stopping: boolean;
  readonly attempt: number;
  /** Seconds since the attempt began. */
  readonly elapsed: number;
  readonly stages: readonly Stage[];
  readonly notices: readonly Problem[];
}

/** Some of a snapshot; with `fresh` all of it, from the beginning. */
export interface Change extends Partial<Snapshot> {
  readonly fresh?: boolean;
}

export const NOTHING: Snapshot = {
  state: "queued",
  stopping: false,
  attempt: 0,
  elapsed: 0,
  stages: [],
  notices: [],
};

/** `before` with `change` in it. */
export function changed(before: Snapshot, change: Change): Snapshot {
  const { fresh, stages = [], notices = [], ...rest } = change;
  const kept = fresh ? NOTHING : before;
  return { ...kept, ...rest, stages: merged(kept.stages, stages), notices: [...kept.notices, ...notices] };
}

function merged(kept: readonly Stage[], fresh: readonly Stage[]): readonly Stage[] {
  const all = [...kept];
  for (const stage of fresh) all[stage.index] = stage;
  return all;
}

export const isDone = (stage: Stage): boolean => stage.done >= stage.total;

/** What is worked on: the latest stage that is not done, or the last one. */
export const current = (snapshot: Snapshot): Stage | undefined =>
  snapshot.stages.findLast((stage) => !isDone(stage)) ?? snapshot.stages.at(-1);

/** Minutes and seconds, as 1:05; hours too where there are any. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number: number): string => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

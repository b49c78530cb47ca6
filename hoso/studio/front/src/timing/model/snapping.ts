// What edges of cues are drawn to: neighbours, shot changes, scenes, voices, frames.

import type { Sheet } from "./cues";
import type { Edge } from "./moving";

export const KINDS = ["cues", "shots", "scenes", "voice", "frames"] as const;
export type Kind = (typeof KINDS)[number];

/** Where starts and ends of cues are drawn to; each list in order, in ms. */
export interface Places {
  readonly start: readonly number[];
  readonly end: readonly number[];
}

export type Targets = ReadonlyMap<Kind, Places>;

export interface Landmarks {
  readonly shots: readonly number[];
  readonly scenes: readonly number[];
  readonly speech: readonly (readonly [number, number])[];
}

export interface Grid {
  /** Frames a second. */
  readonly fps: number;
  /** The least gap between cues, in ms. */
  readonly gap: number;
}

export interface Snapped {
  readonly time: number;
  /** What drew it; null where nothing did. */
  readonly kind: Kind | null;
}

/** Cues begin with a shot and end a gap before the next one; with voices they begin and end. */
export function targetsOf(marks: Landmarks, gap: number, wanted: ReadonlySet<Kind>): Map<Kind, Places> {
  const targets = new Map<Kind, Places>();
  const cut = (times: readonly number[]): Places => ({ start: times, end: times.map((time) => time - gap) });
  if (wanted.has("shots")) targets.set("shots", cut(inOrder(marks.shots)));
  if (wanted.has("scenes")) targets.set("scenes", cut(inOrder(marks.scenes)));
  if (wanted.has("voice")) {
    const start = inOrder(marks.speech.map(([from]) => from));
    targets.set("voice", { start, end: inOrder(marks.speech.map(([, to]) => to)) });
  }
  return targets;
}

/** The places beside cues that are not in `moving`: a gap after one's end, a gap before one's start. */
export function neighbours(sheet: Sheet, moving: ReadonlySet<number>, gap: number): Places {
  const resting = sheet.filter((cue) => !moving.has(cue.id));
  return {
    start: inOrder(resting.map((cue) => cue.end + gap)),
    end: inOrder(resting.map((cue) => cue.start - gap)),
  };
}

/** `targets` with the neighbours of what moves, which draw before all else. */
export function besides(targets: Targets, sheet: Sheet, moving: ReadonlySet<number>, gap: number): Targets {
  return new Map([["cues", neighbours(sheet, moving, gap)], ...targets]);
}

/** The time of the frame nearest to `time`. */
export function onFrame(time: number, fps: number): number {
  return Math.round((Math.round((time * fps) / 1000) * 1000) / fps);
}

/** The nearest place for an edge at most `reach` ms away; else the nearest frame where `frames` is wanted. */
export function snap(
  time: number,
  edge: Edge,
  targets: Targets,
  reach: number,
  frames: number | null,
): Snapped {
  let best: Snapped = { time, kind: null };
  let least = reach;
  for (const [kind, places] of targets) {
    const place = nearest(places[edge], time);
    // On a tie the first kind named stays: neighbours before shots before voices.
    if (
      place !== undefined &&
      Math.abs(place - time) <= least &&
      !(best.kind && Math.abs(place - time) === least)
    ) {
      least = Math.abs(place - time);
      best = { time: place, kind };
    }
  }
  if (best.kind || frames === null) return best;
  return { time: onFrame(time, frames), kind: "frames" };
}

/** By how much a cue that would lie at [start, end) is drawn, by the edge that is nearer to a place. */
export function snapSpan(
  [start, end]: readonly [number, number],
  targets: Targets,
  reach: number,
  frames: number | null,
): { by: number; kind: Kind | null; edge: Edge } {
  const [head, tail] = [snap(start, "start", targets, reach, null), snap(end, "end", targets, reach, null)];
  const [byHead, byTail] = [head.time - start, tail.time - end];
  if (head.kind && (!tail.kind || Math.abs(byHead) <= Math.abs(byTail)))
    return { by: byHead, kind: head.kind, edge: "start" };
  if (tail.kind) return { by: byTail, kind: tail.kind, edge: "end" };
  const framed = frames === null ? start : onFrame(start, frames);
  return { by: framed - start, kind: frames === null ? null : "frames", edge: "start" };
}

export function nearest(times: readonly number[], time: number): number | undefined {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [times[low - 1], times[low]];
  if (before === undefined) return after;
  return after !== undefined && after - time < time - before ? after : before;
}

function inOrder(times: readonly number[]): number[] {
  return [...new Set(times)].sort((a, b) => a - b);
}

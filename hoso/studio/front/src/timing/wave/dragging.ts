// What a drag on the waveform would make of the cues. Pure: from the sheet as it was when the drag began.

import { type Cue, indexOf, type Room, type Sheet } from "../model/cues";
import { add, type Edge, move, moveEdge, moveShared } from "../model/moving";
import { type Kind, snap, snapSpan, type Targets } from "../model/snapping";
import type { Hit } from "./hit";

export interface Pull {
  /** Under the pointer, in ms. */
  readonly time: number;
  readonly from: number;
  /** How near something draws, in ms; 0 where nothing shall. */
  readonly reach: number;
  /** The neighbour's edge goes along. */
  readonly both: boolean;
}

export interface Drawing {
  readonly room: Room;
  /** What draws this drag's edges. */
  readonly targets: Targets;
  /** Frames a second that edges go to where nothing else draws them; null: to the millisecond. */
  readonly frames: number | null;
}

export interface Dragged {
  readonly sheet: Sheet;
  /** Where something drew an edge, and what. */
  readonly at: { readonly time: number; readonly kind: Kind } | null;
}

/** The sheet with `hit` pulled; `ids` are those that move with a body, `fresh` is a cue drawn from nothing. */
export function pulled(
  sheet: Sheet,
  hit: Hit,
  ids: ReadonlySet<number>,
  pull: Pull,
  fresh: number,
  drawing: Drawing,
): Dragged {
  if (hit.kind === "empty") return added(sheet, pull, fresh, drawing);
  if (hit.kind === "body") return moved(sheet, hit.cue, ids, pull, drawing);
  const left = leftOf(sheet, hit, pull.both);
  if (left) return joined(sheet, left, hit.kind === "end" ? "end" : "start", pull, drawing);
  const edge: Edge = hit.kind === "start" ? "start" : "end";
  const place = snap(
    hit.cue[edge] + pull.time - pull.from,
    edge,
    drawing.targets,
    pull.reach,
    frames(pull, drawing),
  );
  return landed(moveEdge(sheet, hit.cue.id, edge, place.time, drawing.room), place.time, place.kind);
}

/** The cue left of a shared edge, where one is meant. */
function leftOf(sheet: Sheet, hit: Hit & { cue: Cue }, both: boolean): Cue | undefined {
  if (hit.kind === "joint") return hit.cue;
  if (!both) return undefined;
  const index = indexOf(sheet, hit.cue.id);
  const left = hit.kind === "start" ? sheet[index - 1] : sheet[index];
  return left && sheet[indexOf(sheet, left.id) + 1] ? left : undefined;
}

function joined(sheet: Sheet, left: Cue, edge: Edge, pull: Pull, drawing: Drawing): Dragged {
  const right = sheet[indexOf(sheet, left.id) + 1] as Cue;
  const gap = right.start - left.end;
  const time = (edge === "end" ? left.end : right.start) + pull.time - pull.from;
  const place = snap(time, edge, drawing.targets, pull.reach, frames(pull, drawing));
  const start = edge === "end" ? place.time + gap : place.time;
  return landed(moveShared(sheet, left.id, start, drawing.room), place.time, place.kind);
}

function moved(sheet: Sheet, cue: Cue, ids: ReadonlySet<number>, pull: Pull, drawing: Drawing): Dragged {
  const by = pull.time - pull.from;
  const span = [cue.start + by, cue.end + by] as const;
  const drawn = snapSpan(span, drawing.targets, pull.reach, frames(pull, drawing));
  const time = drawn.by + (drawn.edge === "start" ? span[0] : span[1]);
  return landed(move(sheet, ids, Math.round(by + drawn.by), drawing.room), time, drawn.kind);
}

function added(sheet: Sheet, pull: Pull, fresh: number, drawing: Drawing): Dragged {
  const edge = (time: number, which: Edge) =>
    snap(time, which, drawing.targets, pull.reach, frames(pull, drawing));
  const start = edge(Math.min(pull.from, pull.time), "start");
  const end = edge(Math.max(pull.from, pull.time), "end");
  const cue: Cue = { id: fresh, start: start.time, end: end.time, text: "" };
  const drawn = pull.time < pull.from ? start : end;
  return landed(add(sheet, cue, drawing.room) ?? sheet, drawn.time, drawn.kind);
}

function frames(pull: Pull, drawing: Drawing): number | null {
  return pull.reach > 0 ? drawing.frames : null;
}

/** Tells of the place only where an edge really came to lie there. */
function landed(sheet: Sheet, time: number, kind: Kind | null): Dragged {
  const there = kind !== null && kind !== "frames";
  return { sheet, at: there ? { time, kind } : null };
}

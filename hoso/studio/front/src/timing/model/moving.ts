// Commands that change when cues are seen. Each takes a sheet and gives another; where nothing can be done,
// the same one.

import { type Cue, firstFrom, indexOf, type Room, type Sheet, withCues } from "./cues";
import { clamp, endRange, freePlace, movable, moved, startRange } from "./limits";

export type Edge = "start" | "end";
export type Part = Edge | "both";

/** All of `ids` by the same span, as far as they can go. */
export function move(sheet: Sheet, ids: ReadonlySet<number>, by: number, room: Room): Sheet {
  return moved(sheet, ids, movable(sheet, ids, by, room));
}

/** One edge of a cue to `time`, or as near as it may be. */
export function moveEdge(sheet: Sheet, id: number, edge: Edge, time: number, room: Room): Sheet {
  const index = indexOf(sheet, id);
  const cue = sheet[index];
  if (!cue) return sheet;
  const range = edge === "start" ? startRange(sheet, index, room) : endRange(sheet, index, room);
  return withCues(sheet, [{ ...cue, [edge]: Math.round(clamp(time, range)) }]);
}

/** The edge that a cue shares with the next one: both go, and the gap between them stays. */
export function moveShared(sheet: Sheet, left: number, time: number, room: Room): Sheet {
  const index = indexOf(sheet, left);
  const [before, after] = [sheet[index], sheet[index + 1]];
  if (!before || !after) return sheet;
  const gap = after.start - before.end;
  const low = Math.min(before.start + room.shortest + gap, after.start);
  const high = Math.max(after.end - room.shortest, after.start);
  const start = Math.round(clamp(time, [low, high]));
  return withCues(sheet, [
    { ...before, end: start - gap },
    { ...after, start },
  ]);
}

/** The start to `time`; a time past the end takes the whole cue along. */
export function setIn(sheet: Sheet, id: number, time: number, room: Room): Sheet {
  const cue = sheet[indexOf(sheet, id)];
  if (!cue) return sheet;
  if (time > cue.end - room.shortest) return move(sheet, new Set([id]), time - cue.start, room);
  return moveEdge(sheet, id, "start", time, room);
}

/** The end to `time`; nothing where that is before the cue begins. */
export function setOut(sheet: Sheet, id: number, time: number, room: Room): Sheet {
  const cue = sheet[indexOf(sheet, id)];
  return cue && time >= cue.start + room.shortest ? moveEdge(sheet, id, "end", time, room) : sheet;
}

/** `ids` earlier or later by a step; a single edge of each, or the whole of all of them. */
export function nudge(sheet: Sheet, ids: ReadonlySet<number>, part: Part, by: number, room: Room): Sheet {
  if (part === "both") return move(sheet, ids, by, room);
  // From the side that they go to, so that one does not stand in the next one's way.
  const cues = sheet.filter((cue) => ids.has(cue.id));
  const ordered = by > 0 ? cues.reverse() : cues;
  return ordered.reduce((now, cue) => moveEdge(now, cue.id, part, cue[part] + by, room), sheet);
}

/** The cue and all after it by the same span; earlier only as far as the one before it allows. */
export function shiftFrom(sheet: Sheet, id: number, by: number, room: Room): Sheet {
  const first = indexOf(sheet, id);
  const cue = sheet[first];
  if (!cue) return sheet;
  const [low] = freePlace(sheet, first, first, room);
  const span = Math.max(by, Math.min(0, low - cue.start));
  return moved(sheet, new Set(sheet.slice(first).map((each) => each.id)), span);
}

/** A new cue in the free place at [start, end); null where that leaves too little. */
export function add(sheet: Sheet, fresh: Cue, room: Room): Sheet | null {
  const at = firstFrom(sheet, fresh.start + 1);
  const low = Math.max(0, (sheet[at - 1]?.end ?? -room.gap) + room.gap);
  const high = (sheet[at]?.start ?? room.duration + room.gap) - room.gap;
  const start = Math.round(Math.max(low, fresh.start));
  const end = Math.round(Math.min(high, fresh.end));
  if (end - start < room.shortest) return null;
  return [...sheet.slice(0, at), { ...fresh, start, end }, ...sheet.slice(at)];
}

export function remove(sheet: Sheet, ids: ReadonlySet<number>): Sheet {
  const left = sheet.filter((cue) => !ids.has(cue.id));
  return left.length === sheet.length ? sheet : left;
}

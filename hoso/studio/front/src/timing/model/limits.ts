// How far cues may go: never before 0, never without length, never past a neighbour, the least gap kept.
// A file may break these already; then an edit does not make it worse, and may make it better.

import { type Cue, type Room, type Sheet, withCues } from "./cues";

/** Where the free place around `sheet[first..last]` begins and ends, for cues that keep their order. */
export function freePlace(
  sheet: Sheet,
  first: number,
  last: number,
  room: Room,
): [low: number, high: number] {
  const before = sheet[first - 1];
  const after = sheet[last + 1];
  return [before ? before.end + room.gap : 0, after ? after.start - room.gap : Math.max(room.duration, 0)];
}

/** The nearest to `by` ms that all of `ids` can go together, with neighbours where they are. */
export function movable(sheet: Sheet, ids: ReadonlySet<number>, by: number, room: Room): number {
  let least = -Infinity;
  let most = Infinity;
  for (let first = 0; first < sheet.length; first += 1) {
    if (!ids.has((sheet[first] as Cue).id)) continue;
    let last = first;
    while (last + 1 < sheet.length && ids.has((sheet[last + 1] as Cue).id)) last += 1;
    const [low, high] = freePlace(sheet, first, last, room);
    const run = sheet.slice(first, last + 1);
    least = Math.max(least, Math.min(0, low - (sheet[first] as Cue).start));
    most = Math.min(most, Math.max(0, high - Math.max(...run.map((cue) => cue.end))));
    first = last;
  }
  return Math.min(most, Math.max(least, by));
}

/** Where the start of `sheet[index]` may be. */
export function startRange(sheet: Sheet, index: number, room: Room): [low: number, high: number] {
  const cue = sheet[index] as Cue;
  const [low] = freePlace(sheet, index, index, room);
  return [Math.min(Math.max(0, low), Math.max(0, cue.start)), Math.max(cue.end - room.shortest, cue.start)];
}

/** Where the end of `sheet[index]` may be. */
export function endRange(sheet: Sheet, index: number, room: Room): [low: number, high: number] {
  const cue = sheet[index] as Cue;
  const [, high] = freePlace(sheet, index, index, room);
  return [Math.min(cue.start + room.shortest, cue.end), Math.max(high, cue.end)];
}

export function clamp(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, value));
}

/** `ids` later by `by` ms, without asking what is in the way. */
export function moved(sheet: Sheet, ids: ReadonlySet<number>, by: number): Sheet {
  if (!by) return sheet;
  const cues = sheet.filter((cue) => ids.has(cue.id));
  return withCues(
    sheet,
    cues.map((cue) => ({ ...cue, start: cue.start + by, end: cue.end + by })),
  );
}

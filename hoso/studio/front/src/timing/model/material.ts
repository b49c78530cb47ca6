// Cues for tests.

import type { Cue, Room, Sheet } from "./cues";

export const ROOM: Room = { gap: 80, shortest: 40, duration: 60_000 };

/** A cue a row: start, end, text. Ids count from 1. */
export function sheetOf(...rows: [start: number, end: number, text?: string][]): Sheet {
  return rows.map(
    ([start, end, text], index): Cue => ({ id: index + 1, start, end, text: text ?? `cue ${index + 1}` }),
  );
}

export function times(sheet: Sheet): [number, number][] {
  return sheet.map((cue) => [cue.start, cue.end]);
}

export function texts(sheet: Sheet): string[] {
  return sheet.map((cue) => cue.text);
}

/** Numbers that look random and are the same in every run. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

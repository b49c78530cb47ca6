// What differs between two sheets, cue by cue; done again, undone, and laid over what others have done.

import { type Cue, type Sheet, same, sorted } from "./cues";

/** One cue before and after; null where it was not there. */
export interface Change {
  readonly id: number;
  readonly before: Cue | null;
  readonly after: Cue | null;
}

export function changesBetween(before: Sheet, after: Sheet): Change[] {
  if (before === after) return [];
  const was = new Map(before.map((cue) => [cue.id, cue]));
  const changes: Change[] = [];
  for (const cue of after) {
    const old = was.get(cue.id) ?? null;
    was.delete(cue.id);
    if (old === cue || (old && same(old, cue))) continue;
    changes.push({ id: cue.id, before: old, after: cue });
  }
  for (const cue of was.values()) changes.push({ id: cue.id, before: cue, after: null });
  return changes;
}

export function reversed(changes: readonly Change[]): Change[] {
  return changes.map(({ id, before, after }) => ({ id, before: after, after: before }));
}

/**
 * `sheet` with `changes` made: of each cue only what the change changed, and only where it still is as it was
 * before the change, so that what somebody else did since then stays.
 */
export function applied(sheet: Sheet, changes: readonly Change[]): Sheet {
  const cues = new Map(sheet.map((cue) => [cue.id, cue]));
  for (const { id, before, after } of changes) {
    const now = cues.get(id);
    if (!after) {
      if (now && before && same(now, before)) cues.delete(id);
    } else if (!before) {
      if (!now) cues.set(id, after);
    } else if (now) {
      cues.set(id, {
        id,
        start: now.start === before.start ? after.start : now.start,
        end: now.end === before.end ? after.end : now.end,
        text: now.text === before.text ? after.text : now.text,
      });
    }
  }
  return sorted([...cues.values()].filter((cue) => cue.end > cue.start));
}

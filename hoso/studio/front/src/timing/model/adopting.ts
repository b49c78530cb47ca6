// Taking over what the server has now: cues keep their ids where they are the same ones, so that selection
// and undo go on, and unsaved edits are laid over it.

import { applied, type Change, changesBetween } from "./changes";
import { type Cue, type Sheet, same, sorted, type Words } from "./cues";

/** `fresh` with the ids of the cues of `sheet` that they have come from; `newId` names the others. */
export function identified(sheet: Sheet, fresh: readonly Words[], newId: () => number): Sheet {
  const left = new Set(sheet);
  const found: (Cue | undefined)[] = fresh.map(() => undefined);
  const take = (close: (old: Cue, now: Words) => number) => {
    fresh.forEach((now, index) => {
      if (found[index]) return;
      let best: Cue | undefined;
      let least = Infinity;
      for (const old of left) {
        const far = close(old, now);
        if (far < least) [best, least] = [old, far];
      }
      if (!best) return;
      left.delete(best);
      found[index] = best;
    });
  };
  takeEqual(fresh, left, found);
  take((old, now) => (old.text === now.text ? apart(old, now) : Infinity));
  take((old, now) => (overlap(old, now) > 0.5 ? apart(old, now) : Infinity));
  return sorted(
    fresh.map((now, index): Cue => {
      const old = found[index];
      if (old && same(old, now)) return old;
      return { start: now.start, end: now.end, text: now.text, id: old?.id ?? newId() };
    }),
  );
}

function takeEqual(fresh: readonly Words[], left: Set<Cue>, found: (Cue | undefined)[]): void {
  const equal = new Map<string, Cue[]>();
  const key = (cue: Words) => `${cue.start} ${cue.end} ${cue.text}`;
  for (const old of left) equal.set(key(old), [...(equal.get(key(old)) ?? []), old]);
  fresh.forEach((now, index) => {
    const old = equal.get(key(now))?.shift();
    if (!old) return;
    left.delete(old);
    found[index] = old;
  });
}

function apart(a: Words, b: Words): number {
  return Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
}

/** The share of the shorter one that both have, 0 to 1. */
function overlap(a: Words, b: Words): number {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both / Math.max(1, Math.min(a.end - a.start, b.end - b.start));
}

/** The edits made since `sent` laid over `fresh`; `clash` where both have changed the same thing of a cue. */
export function rebased(sent: Sheet, fresh: Sheet, now: Sheet): { sheet: Sheet; clash: boolean } {
  const mine = changesBetween(sent, now);
  const theirs = new Map(changesBetween(sent, fresh).map((change) => [change.id, change]));
  const clash = mine.some((change) => {
    const other = theirs.get(change.id);
    return other !== undefined && collide(change, other);
  });
  return { sheet: applied(fresh, mine), clash };
}

function collide(a: Change, b: Change): boolean {
  if (!a.before || !b.before) return true;
  if (!a.after || !b.after) return a.after !== b.after;
  const fields = ["start", "end", "text"] as const;
  return fields.some((field) => {
    const was = a.before?.[field];
    const [mine, theirs] = [a.after?.[field], b.after?.[field]];
    return mine !== was && theirs !== was && mine !== theirs;
  });
}

// Undo and redo without an end. Steps hold what changed, not whole sheets, and survive what others do.

import { applied, type Change, changesBetween, reversed } from "./changes";
import type { Sheet } from "./cues";

/** How long typing in one place goes on being one step, in ms. */
const TYPING = 1500;

export interface Step {
  /** What was done, by the name of its word. */
  readonly name: string;
  readonly changes: readonly Change[];
  /** Steps with the same one that follow each other soon are one; null stands alone. */
  readonly joins: string | null;
  readonly at: number;
}

export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const EMPTY: History = { done: [], undone: [] };

/** A history with the step from `before` to `after` at its end; what was undone is gone. */
export function recorded(
  history: History,
  before: Sheet,
  after: Sheet,
  name: string,
  joins: string | null,
  at: number,
): History {
  const last = history.done.at(-1);
  if (last && joins !== null && last.joins === joins && at - last.at < TYPING) {
    const changes = joined(last.changes, changesBetween(before, after));
    return { done: [...history.done.slice(0, -1), { name, changes, joins, at }], undone: [] };
  }
  const changes = changesBetween(before, after);
  if (!changes.length) return history;
  return { done: [...history.done, { name, changes, joins, at }], undone: [] };
}

export interface Turned {
  readonly history: History;
  readonly sheet: Sheet;
  /** The cues that it concerned. */
  readonly ids: readonly number[];
  readonly name: string;
}

export function undo(history: History, sheet: Sheet): Turned | null {
  const step = history.done.at(-1);
  if (!step) return null;
  return {
    history: { done: history.done.slice(0, -1), undone: [...history.undone, step] },
    sheet: applied(sheet, reversed(step.changes)),
    ids: step.changes.map((change) => change.id),
    name: step.name,
  };
}

export function redo(history: History, sheet: Sheet): Turned | null {
  const step = history.undone.at(-1);
  if (!step) return null;
  return {
    history: { done: [...history.done, { ...step, joins: null }], undone: history.undone.slice(0, -1) },
    sheet: applied(sheet, step.changes),
    ids: step.changes.map((change) => change.id),
    name: step.name,
  };
}

/** Two steps in a row as one. */
function joined(first: readonly Change[], second: readonly Change[]): Change[] {
  const changes = new Map(first.map((change) => [change.id, change]));
  for (const change of second) {
    const earlier = changes.get(change.id);
    changes.set(change.id, earlier ? { ...change, before: earlier.before } : change);
  }
  return [...changes.values()];
}

// Which cues are meant: any number, one of them the lead, which the panel shows and edges are moved of.

import { indexOf, type Sheet } from "./cues";

export interface Selection {
  readonly ids: ReadonlySet<number>;
  readonly lead: number | null;
  /** Where a range began. */
  readonly anchor: number | null;
}

export const NONE: Selection = { ids: new Set(), lead: null, anchor: null };

export function only(id: number): Selection {
  return { ids: new Set([id]), lead: id, anchor: id };
}

export function all(sheet: Sheet, selection: Selection): Selection {
  const lead = selection.lead ?? sheet[0]?.id ?? null;
  return { ids: new Set(sheet.map((cue) => cue.id)), lead, anchor: lead };
}

export function toggled(selection: Selection, id: number): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  const lead = ids.has(id) ? id : ([...ids].at(-1) ?? null);
  return { ids, lead, anchor: lead };
}

/** From where the range began up to `id`. */
export function extended(sheet: Sheet, selection: Selection, id: number): Selection {
  const anchor = selection.anchor ?? id;
  const [from, to] = [indexOf(sheet, anchor), indexOf(sheet, id)];
  if (from < 0 || to < 0) return only(id);
  const range = sheet.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set(range.map((cue) => cue.id)), lead: id, anchor };
}

/** Only what is still there; the lead's place is taken by the cue that now stands where it stood. */
export function kept(selection: Selection, before: Sheet, after: Sheet): Selection {
  if (before === after) return selection;
  const there = new Set(after.map((cue) => cue.id));
  const ids = new Set([...selection.ids].filter((id) => there.has(id)));
  if (selection.lead === null || there.has(selection.lead)) {
    return ids.size === selection.ids.size ? selection : { ...selection, ids };
  }
  const place = Math.min(Math.max(0, indexOf(before, selection.lead)), after.length - 1);
  const lead = [...ids].at(-1) ?? after[place]?.id ?? null;
  return lead === null ? NONE : { ids: new Set([...ids, lead]), lead, anchor: lead };
}

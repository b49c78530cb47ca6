// Commands that change what cues say.

import { type Cue, find, type Sheet, withCues } from "./cues";

export interface Query {
  readonly text: string;
  readonly regex: boolean;
  readonly matchCase: boolean;
}

export interface Match {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

export function setText(sheet: Sheet, id: number, text: string): Sheet {
  const cue = find(sheet, id);
  return cue ? withCues(sheet, [{ ...cue, text }]) : sheet;
}

/** What `query` asks for; null where it is empty or no regular expression. */
export function pattern(query: Query): RegExp | null {
  if (!query.text) return null;
  // Hangul typed on a Mac may come in parts; the files have whole syllables.
  const text = query.text.normalize("NFC");
  const source = query.regex ? text : text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  try {
    return new RegExp(source, query.matchCase ? "gu" : "giu");
  } catch {
    return null;
  }
}

/** Every place that `query` is found in, in order; what is empty is no match. */
export function matches(sheet: Sheet, query: Query): Match[] {
  const wanted = pattern(query);
  if (!wanted) return [];
  return sheet.flatMap((cue) =>
    [...cue.text.matchAll(wanted)]
      .filter((found) => found[0])
      .map((found) => ({ id: cue.id, from: found.index, to: found.index + found[0].length })),
  );
}

/** Every match of `query` replaced; `only` names the one match that is, instead of all. */
export function replace(sheet: Sheet, query: Query, by: string, only?: Match): Sheet {
  const wanted = pattern(query);
  if (!wanted) return sheet;
  const into = by.normalize("NFC");
  const changed = sheet
    .filter((cue) => !only || cue.id === only.id)
    .map((cue): Cue => ({ ...cue, text: replaced(cue.text, wanted, into, query.regex, only?.from) }));
  return withCues(sheet, changed);
}

function replaced(text: string, wanted: RegExp, into: string, regex: boolean, only?: number): string {
  return text.replace(wanted, (...found) => {
    const groups = found.filter((part) => typeof part === "string" || part === undefined).slice(0, -1);
    const at = found.find((part) => typeof part === "number") as number;
    const whole = found[0] as string;
    if (!whole || (only !== undefined && at !== only)) return whole;
    return regex ? filled(into, groups as (string | undefined)[]) : into;
  });
}

/** `$1` to `$9` and `$&` in what replaces a regular expression's match; `$$` is a dollar. */
function filled(into: string, groups: readonly (string | undefined)[]): string {
  return into.replace(/\$([$&1-9])/g, (_, what: string) => {
    if (what === "$") return "$";
    return groups[what === "&" ? 0 : Number(what)] ?? "";
  });
}

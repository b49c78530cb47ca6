// Splitting and merging: words keep to their places, and a mark that is cut in two is whole in both.

import { type Cue, indexOf, type Room, type Sheet } from "./cues";

const MARK = /<(\/?)([a-z]+)>/gi;

/** Where text can be cut: the white space between words. */
interface Cut {
  readonly from: number;
  readonly to: number;
  /** How many letters stand before it. */
  readonly before: number;
}

/** `text` in two at the word boundary nearest to `share` (0 to 1) of its letters; null where it is one word. */
export function splitText(text: string, share: number): [string, string] | null {
  const letters = (part: string) => part.replace(MARK, "").replace(/\s/g, "").length;
  const total = letters(text);
  const cuts: Cut[] = [...text.matchAll(/\s+/g)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    before: letters(text.slice(0, found.index)),
  }));
  const inner = cuts.filter((cut) => cut.before > 0 && cut.before < total);
  if (!inner.length) return null;
  const far = (cut: Cut) => Math.abs(cut.before - share * total);
  const best = inner.reduce((a, b) => (far(b) < far(a) ? b : a));
  return closed(text.slice(0, best.from), text.slice(best.to));
}

/** Both halves with the marks that were open at the cut closed in the one and opened in the other. */
function closed(left: string, right: string): [string, string] {
  const open: string[] = [];
  for (const [, slash, name] of left.matchAll(MARK)) {
    if (slash) open.pop();
    else open.push(name as string);
  }
  const close = [...open].reverse().map((name) => `</${name}>`);
  return [left + close.join(""), open.map((name) => `<${name}>`).join("") + right];
}

/** The cue in two at `time`, the second with the id `fresh`; one word alone stands in both. */
export function split(sheet: Sheet, id: number, time: number, fresh: number, room: Room): Sheet {
  const index = indexOf(sheet, id);
  const cue = sheet[index];
  if (!cue || time < cue.start + room.shortest || time > cue.end - room.shortest) return sheet;
  const at = Math.round(time);
  const [left, right] = splitText(cue.text, (at - cue.start) / (cue.end - cue.start)) ?? [cue.text, cue.text];
  const end = at - room.gap >= cue.start + room.shortest ? at - room.gap : at;
  const halves: Cue[] = [
    { ...cue, end, text: left },
    { ...cue, id: fresh, start: at, text: right },
  ];
  return [...sheet.slice(0, index), ...halves, ...sheet.slice(index + 1)];
}

/** One cue of all from the first to the last of `ids`; it keeps the first one's id. */
export function merge(sheet: Sheet, ids: ReadonlySet<number>, lines: number): Sheet {
  const chosen = sheet.map((cue, index) => (ids.has(cue.id) ? index : -1)).filter((index) => index >= 0);
  const [first, last] = [chosen[0], chosen.at(-1)];
  if (first === undefined || last === undefined || first === last) return sheet;
  const parts = sheet.slice(first, last + 1);
  const whole: Cue = {
    ...(parts[0] as Cue),
    end: Math.max(...parts.map((cue) => cue.end)),
    text: joinTexts(
      parts.map((cue) => cue.text),
      lines,
    ),
  };
  return [...sheet.slice(0, first), whole, ...sheet.slice(last + 1)];
}

/** A line each where there is room for them; else running on. A mark that ends and begins again goes on. */
function joinTexts(texts: readonly string[], lines: number): string {
  const spoken = texts.map((text) => text.trim()).filter(Boolean);
  const fits = spoken.length <= lines && spoken.every((text) => !text.includes("\n"));
  return spoken.join(fits ? "\n" : " ").replace(/<\/([a-z]+)>(\s+)<\1>/gi, "$2");
}

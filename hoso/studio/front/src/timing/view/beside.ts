// Another language's cues beside this one's: each stands in the row that begins when it begins.

import { type Cue, firstFrom, type Sheet, type Words } from "../model/cues";

export class Beside {
  language = "";
  cues: readonly Words[] = [];
  private rows = new Map<number, string[]>();
  private placedFor: Sheet | null = null;

  set(language: string, cues: readonly Words[]): void {
    this.language = language;
    this.cues = cues;
    this.placedFor = null;
  }

  /** What stands beside the row at an index; null where nothing does. */
  text(sheet: Sheet, index: number): string | null {
    if (!this.language) return null;
    if (this.placedFor !== sheet) {
      this.rows = placed(sheet, this.cues);
      this.placedFor = sheet;
    }
    return this.rows.get(index)?.join("\n") ?? null;
  }
}

/** The texts of `cues` by the index of the row of `sheet` that they belong to. */
export function placed(sheet: Sheet, cues: readonly Words[]): Map<number, string[]> {
  const rows = new Map<number, string[]>();
  if (!sheet.length) return rows;
  for (const cue of cues) {
    const after = firstFrom(sheet, cue.start);
    const [before, next] = [sheet[after - 1], sheet[after]];
    const far = (row: Cue | undefined) => (row ? Math.abs(row.start - cue.start) : Infinity);
    const best = far(next) < far(before) ? after : after - 1;
    const list = rows.get(best);
    if (list) list.push(cue.text);
    else rows.set(best, [cue.text]);
  }
  return rows;
}

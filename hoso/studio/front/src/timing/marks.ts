// What the server thinks of the cues: findings and how fast each is read, kept by cue while times change.

import type { Cue, Sheet } from "./model/cues";
import type { Checked, Finding } from "./net/contract";

export type Level = Finding["level"];

const RANK: Readonly<Record<Level, number>> = { hint: 1, warning: 2, error: 3 };

export class Marks {
  /** About the whole file. */
  general: readonly Finding[] = [];
  private byCue = new Map<number, Finding[]>();
  private readonly counted = new Map<number, { text: string; characters: number }>();

  /** `checked` is about `sheet`, cue by cue. */
  learn(sheet: Sheet, checked: Checked): void {
    this.found(sheet, checked.findings);
    this.counted.clear();
    sheet.forEach((cue, index) => {
      const speed = checked.speeds[index];
      if (speed === undefined) return;
      const characters = (speed * (cue.end - cue.start)) / 1000;
      this.counted.set(cue.id, { text: cue.text, characters });
    });
  }

  found(sheet: Sheet, findings: readonly Finding[]): void {
    this.byCue = new Map();
    this.general = findings.filter((finding) => finding.cue === null);
    for (const finding of findings) {
      const cue = finding.cue === null ? undefined : sheet[finding.cue];
      if (!cue) continue;
      const list = this.byCue.get(cue.id);
      if (list) list.push(finding);
      else this.byCue.set(cue.id, [finding]);
    }
  }

  of(id: number): readonly Finding[] {
    return this.byCue.get(id) ?? [];
  }

  /** The gravest level among a cue's findings. */
  level(id: number): Level | null {
    let worst: Level | null = null;
    for (const { level } of this.of(id)) if (!worst || RANK[level] > RANK[worst]) worst = level;
    return worst;
  }

  /** Characters a second at the cue's times now; null until its words have been counted. */
  speed(cue: Cue): number | null {
    const found = this.counted.get(cue.id);
    if (found?.text !== cue.text || cue.end <= cue.start) return null;
    return (found.characters * 1000) / (cue.end - cue.start);
  }

  get count(): number {
    let all = this.general.length;
    for (const list of this.byCue.values()) all += list.length;
    return all;
  }

  /** The next cue after `id` that has findings; the first one after the last. */
  next(sheet: Sheet, id: number | null): number | null {
    const marked = sheet.filter((cue) => this.byCue.has(cue.id));
    const from = sheet.findIndex((cue) => cue.id === id);
    const places = new Map(sheet.map((cue, index) => [cue.id, index]));
    const later = marked.find((cue) => (places.get(cue.id) as number) > from);
    return (later ?? marked[0])?.id ?? null;
  }
}

// Cues in their order, and how they are found. A sheet is never changed: commands make another.

/** What the server knows of a cue: text over [start, end) ms of the programme. */
export interface Words {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A cue with the identity that it keeps in this browser while its times and words change. */
export interface Cue extends Words {
  readonly id: number;
}

/** Cues by when they begin; those that begin together as they came. */
export type Sheet = readonly Cue[];

/** What an edit keeps to, in ms. */
export interface Room {
  /** The least gap between two cues. */
  readonly gap: number;
  /** The least length of a cue. */
  readonly shortest: number;
  /** How long the programme is. */
  readonly duration: number;
}

export function sorted(cues: Iterable<Cue>): Sheet {
  return [...cues].sort((a, b) => a.start - b.start);
}

export function same(a: Words, b: Words): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Whether both sheets say the same, whatever their cues' ids are. */
export function alike(a: readonly Words[], b: readonly Words[]): boolean {
  return a === b || (a.length === b.length && a.every((cue, index) => same(cue, b[index] as Words)));
}

/** Only what the server knows. */
export function bare(cues: readonly Words[]): Words[] {
  return cues.map(({ start, end, text }) => ({ start, end, text }));
}

export function indexOf(sheet: Sheet, id: number): number {
  return sheet.findIndex((cue) => cue.id === id);
}

export function find(sheet: Sheet, id: number): Cue | undefined {
  return sheet.find((cue) => cue.id === id);
}

/** Put `changed` in the places of the cues with their ids; the same sheet where none differs. */
export function withCues(sheet: Sheet, changed: readonly Cue[]): Sheet {
  const fresh = new Map(changed.map((cue) => [cue.id, cue]));
  let differs = false;
  let ordered = true;
  let before = -Infinity;
  const cues = sheet.map((cue) => {
    const next = fresh.get(cue.id) ?? cue;
    differs ||= next !== cue && !same(next, cue);
    ordered &&= next.start >= before;
    before = next.start;
    return next;
  });
  if (!differs) return sheet;
  return ordered ? cues : sorted(cues);
}

/** The index of the first cue that begins at `time` or later. */
export function firstFrom(sheet: Sheet, time: number): number {
  let low = 0;
  let high = sheet.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sheet[middle] as Cue).start < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

const latest = new WeakMap<Sheet, Float64Array>();

/** For each cue, when the last one up to it has ended: what tells how far back an overlap may reach. */
function endsSoFar(sheet: Sheet): Float64Array {
  let ends = latest.get(sheet);
  if (!ends) {
    ends = new Float64Array(sheet.length);
    let so = -Infinity;
    sheet.forEach((cue, index) => {
      so = Math.max(so, cue.end);
      (ends as Float64Array)[index] = so;
    });
    latest.set(sheet, ends);
  }
  return ends;
}

/** The range of indices [first, last) that holds every cue seen between two times. */
export function within(sheet: Sheet, from: number, to: number): [first: number, last: number] {
  const last = firstFrom(sheet, to);
  const ends = endsSoFar(sheet);
  let first = Math.min(firstFrom(sheet, from), last);
  while (first > 0 && (ends[first - 1] as number) > from) first -= 1;
  return [first, last];
}

/** The cue that is on at `time`; the one that began last where several are. */
export function cueAt(sheet: Sheet, time: number): Cue | undefined {
  const [first, last] = within(sheet, time, time + 1);
  for (let index = last - 1; index >= first; index -= 1) {
    const cue = sheet[index] as Cue;
    if (cue.start <= time && time < cue.end) return cue;
  }
  return undefined;
}

// What lies over the waveform: ruler, scenes, shots, lines of the script, voices, cues. Only what is in sight.

import type { Marks } from "../marks";
import { type Cue, type Sheet, within } from "../model/cues";
import { formatTime } from "../model/times";
import type { Scene, ScriptLine } from "../net/contract";
import { BOTTOM, HEIGHT, LINES, type Look, RULER, TOP, VOICE } from "./look";
import { type Scale, tickStep } from "./scale";

export interface Landscape {
  readonly scenes: readonly Scene[];
  readonly lines: readonly ScriptLine[];
  readonly shots: readonly number[];
  readonly speech: readonly (readonly [number, number])[];
}

export interface Painted {
  readonly sheet: Sheet;
  readonly chosen: ReadonlySet<number>;
  readonly lead: number | null;
  readonly marks: Marks;
  readonly landscape: Landscape;
  /** Where a drag has snapped to. */
  readonly snapped: number | null;
  /** Gaps smaller than this are shown as too small, in ms. */
  readonly gap: number;
}

/** Below so many px a cue has neither edges nor words. */
const SLIM = 4;
/** Words need so many px to be worth drawing. */
const WORDS = 26;

type Pen = CanvasRenderingContext2D;

/** Paint [from, to) px of the programme; the context's origin is the programme's beginning. */
export function paint(pen: Pen, scale: Scale, from: number, to: number, look: Look, what: Painted): void {
  const [start, end] = [scale.time(from), scale.time(to)];
  pen.clearRect(from, 0, to - from, HEIGHT);
  paintCues(pen, scale, start, end, look, what);
  paintGround(pen, from, to, look);
  paintRuler(pen, scale, start, end, look);
  paintLines(pen, scale, start, end, look, what.landscape.lines);
  paintVoice(pen, scale, start, end, look, what.landscape.speech);
  paintShots(pen, scale, start, end, look, what.landscape.shots);
  paintScenes(pen, scale, start, end, look, what.landscape.scenes);
  if (what.snapped !== null) line(pen, scale.x(what.snapped), 0, HEIGHT, look.wait, 2);
}

function paintGround(pen: Pen, from: number, to: number, look: Look): void {
  pen.fillStyle = look.sheet;
  pen.fillRect(from, 0, to - from, RULER + LINES);
  pen.fillRect(from, HEIGHT - VOICE, to - from, VOICE);
  pen.fillStyle = look.line;
  pen.fillRect(from, RULER - 1, to - from, 1);
  pen.fillRect(from, RULER + LINES - 1, to - from, 1);
}

function paintRuler(pen: Pen, scale: Scale, start: number, end: number, look: Look): void {
  const step = tickStep(scale, 72);
  pen.font = `11px ${look.text}`;
  pen.textBaseline = "middle";
  for (let time = Math.floor(start / step) * step; time <= end; time += step) {
    const x = Math.round(scale.x(time));
    pen.fillStyle = look.edge;
    pen.fillRect(x, 0, 1, RULER - 1);
    pen.fillStyle = look.soft;
    pen.fillText(tickName(time, step), x + 4, RULER / 2);
  }
}

function tickName(time: number, step: number): string {
  const text = formatTime(time);
  return step >= 1000 ? text.slice(0, -4) : text.slice(0, -2);
}

function paintLines(
  pen: Pen,
  scale: Scale,
  start: number,
  end: number,
  look: Look,
  lines: readonly ScriptLine[],
): void {
  for (const each of lines) {
    if (each.end <= start || each.start >= end) continue;
    const [x, width] = [scale.x(each.start), Math.max(2, scale.x(each.end - each.start) - 1)];
    pen.fillStyle = look.sunken;
    pen.fillRect(x, RULER + 2, width, LINES - 5);
    if (width > WORDS)
      words(pen, each.text, x + 4, RULER + LINES / 2 - 0.5, width - 6, look.soft, `11px ${look.text}`);
  }
}

function paintVoice(
  pen: Pen,
  scale: Scale,
  start: number,
  end: number,
  look: Look,
  speech: readonly (readonly [number, number])[],
): void {
  pen.fillStyle = look.good;
  for (const [from, to] of speech) {
    if (to > start && from < end)
      pen.fillRect(scale.x(from), HEIGHT - VOICE + 1, Math.max(1, scale.x(to - from)), VOICE - 2);
  }
}

function paintShots(
  pen: Pen,
  scale: Scale,
  start: number,
  end: number,
  look: Look,
  shots: readonly number[],
): void {
  pen.save();
  pen.setLineDash([3, 3]);
  for (const shot of shots)
    if (shot >= start && shot <= end) line(pen, scale.x(shot), RULER, HEIGHT, look.edge, 1);
  pen.restore();
}

function paintScenes(
  pen: Pen,
  scale: Scale,
  start: number,
  end: number,
  look: Look,
  scenes: readonly Scene[],
): void {
  for (const scene of scenes) {
    if (scene.end <= start || scene.start > end) continue;
    const x = scale.x(scene.start);
    line(pen, x, 0, HEIGHT, look.ink, 1);
    const name = `${scene.number} ${scene.name}`.trim();
    const room = scale.x(scene.end - scene.start);
    if (room < 30) continue;
    pen.font = `600 11px ${look.text}`;
    const width = Math.min(room - 2, pen.measureText(name).width + 10, 160);
    pen.fillStyle = look.ink;
    pen.fillRect(x, 0, width, RULER - 1);
    words(pen, name, x + 5, RULER / 2, width - 8, look.sheet, pen.font);
  }
}

function paintCues(pen: Pen, scale: Scale, start: number, end: number, look: Look, what: Painted): void {
  const { sheet } = what;
  const [first, last] = within(sheet, start, end);
  const slim: Cue[] = [];
  for (let index = first; index < last; index += 1) {
    const cue = sheet[index] as Cue;
    if (scale.x(cue.end - cue.start) < SLIM) slim.push(cue);
    else paintCue(pen, scale, cue, index, look, what);
  }
  paintSlim(pen, scale, slim, look, what.chosen);
  for (let index = Math.max(1, first); index <= Math.min(last, sheet.length - 1); index += 1) {
    paintGap(pen, scale, sheet[index - 1] as Cue, sheet[index] as Cue, look, what.gap);
  }
}

/** Cues too narrow for edges and words, all of a colour at once: there may be thousands. */
function paintSlim(
  pen: Pen,
  scale: Scale,
  cues: readonly Cue[],
  look: Look,
  chosen: ReadonlySet<number>,
): void {
  const middle = (TOP + BOTTOM) / 2;
  for (const [colour, of] of [
    [look.edge, false],
    [look.accent, true],
  ] as const) {
    pen.beginPath();
    for (const cue of cues) {
      if (chosen.has(cue.id) !== of) continue;
      pen.rect(scale.x(cue.start), middle - 12, Math.max(0.75, scale.x(cue.end - cue.start) - 0.5), 24);
    }
    pen.fillStyle = colour;
    pen.fill();
  }
}

function paintCue(pen: Pen, scale: Scale, cue: Cue, index: number, look: Look, what: Painted): void {
  const [x, width] = [scale.x(cue.start), Math.max(1, scale.x(cue.end - cue.start))];
  const chosen = what.chosen.has(cue.id);
  const lead = what.lead === cue.id;
  const height = BOTTOM - TOP;
  pen.globalAlpha = chosen ? 0.3 : 0.13;
  pen.fillStyle = look.accent;
  pen.fillRect(x, TOP, width, height);
  pen.globalAlpha = 1;
  const level = what.marks.level(cue.id);
  const edge = level === "error" ? look.bad : level === "warning" ? look.wait : look.accent;
  const thick = lead ? 3 : 1.5;
  pen.fillStyle = edge;
  pen.fillRect(x, TOP, thick, height);
  pen.fillRect(x + width - thick, TOP, thick, height);
  if (chosen) pen.fillRect(x, TOP, width, 2);
  if (width < WORDS) return;
  const said = cue.text.replace(/<\/?b>/gi, "").replace(/\n/g, " ");
  words(pen, `${index + 1}`, x + 6, TOP + 11, width - 10, look.soft, `11px ${look.text}`);
  words(pen, said, x + 6, BOTTOM - 11, width - 10, look.ink, `${lead ? 600 : 400} 13px ${look.text}`);
}

/** An overlap is hatched; a gap that is smaller than it may be has a mark. */
function paintGap(pen: Pen, scale: Scale, left: Cue, right: Cue, look: Look, least: number): void {
  const gap = right.start - left.end;
  if (gap >= least || (gap >= 0 && scale.x(least) < 2)) return;
  const x = scale.x(Math.min(right.start, left.end));
  const width = Math.max(2, Math.abs(scale.x(gap)));
  pen.fillStyle = gap < 0 ? look.bad : look.wait;
  if (gap >= 0) {
    pen.fillRect(x, TOP, width, 4);
    return;
  }
  pen.save();
  pen.globalAlpha = 0.35;
  pen.fillRect(x, TOP, width, BOTTOM - TOP);
  pen.globalAlpha = 1;
  pen.beginPath();
  pen.rect(x, TOP, width, BOTTOM - TOP);
  pen.clip();
  for (let at = x - (BOTTOM - TOP); at < x + width; at += 7) {
    pen.beginPath();
    pen.moveTo(at, BOTTOM);
    pen.lineTo(at + BOTTOM - TOP, TOP);
    pen.strokeStyle = look.bad;
    pen.stroke();
  }
  pen.restore();
}

function line(pen: Pen, x: number, top: number, bottom: number, colour: string, width: number): void {
  pen.beginPath();
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.moveTo(Math.round(x) + 0.5, top);
  pen.lineTo(Math.round(x) + 0.5, bottom);
  pen.stroke();
}

function words(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  room: number,
  colour: string,
  font: string,
): void {
  if (room < 6) return;
  pen.save();
  pen.beginPath();
  pen.rect(x, y - 10, room, 20);
  pen.clip();
  pen.font = font;
  pen.fillStyle = colour;
  pen.textBaseline = "middle";
  pen.fillText(text, x, y);
  pen.restore();
}

// What the server says about a message's timing (hoso/studio/timing). Times in ms of the programme.

import type { Problem } from "../../shared/send";
import type { Words } from "../model/cues";

export interface Finding {
  /** Index of the cue in what was checked; null: the whole file. */
  readonly cue: number | null;
  readonly rule: string;
  readonly level: "error" | "warning" | "hint";
  readonly message: string;
  readonly remedy: string;
}

export interface Conflict {
  /** The key of the line of the script. */
  readonly line: string;
  readonly reason: string;
  readonly kept: "edited" | "generated";
  readonly edited: readonly Words[];
  readonly generated: readonly Words[];
}

export interface Shape {
  readonly name: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly channels: readonly string[];
  readonly video: string | null;
}

export interface Limits {
  readonly cps: number;
  readonly width: number;
  readonly lines: number;
  readonly shortest: number;
  readonly longest: number;
  readonly gap_frames: number;
}

export interface ScriptLine {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Scene {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

export interface Version {
  readonly id: string;
  /** When it was last what stood in the file, ISO 8601. */
  readonly seen: string;
}

export interface Timing {
  readonly message: string;
  readonly title: string;
  readonly language: string;
  readonly voice: string;
  /** The edition that a preview is made of. */
  readonly edition: string;
  readonly languages: readonly string[];
  readonly editions: readonly {
    readonly name: string;
    readonly voice: string;
    readonly subtitles: readonly string[];
  }[];
  /** Whether whoever is signed in may change subtitles. */
  readonly can_save: boolean;
  readonly version: string;
  /** `unspoken`: a preview has to be made before timing makes sense. */
  readonly state: "ready" | "unspoken";
  readonly duration: number;
  readonly fps: number;
  readonly frame_ms: number;
  readonly cues: readonly Words[];
  readonly lines: readonly ScriptLine[];
  readonly scenes: readonly Scene[];
  readonly shots: readonly number[];
  readonly speech: readonly (readonly [number, number])[];
  readonly limits: Limits;
  readonly findings: readonly Finding[];
  readonly conflicts: readonly Conflict[];
  readonly shapes: readonly Shape[];
  readonly peaks: string | null;
  readonly fonts: readonly { readonly family: string; readonly bold: boolean; readonly url: string }[];
  readonly history: readonly Version[];
  /** What was repaired in the file, and what else a person should know. */
  readonly problems: readonly Problem[];
}

/** What came of saving. */
export interface Saved {
  readonly version: string;
  /** What stands in the file now. */
  readonly cues: readonly Words[];
  /** Somebody else had saved: their work and this are joined. */
  readonly merged: boolean;
  readonly findings: readonly Finding[];
  readonly conflicts: readonly Conflict[];
}

export interface Checked {
  readonly findings: readonly Finding[];
  /** Characters a second, of each cue. */
  readonly speeds: readonly number[];
}

export interface Peaks {
  /** Peaks a second. */
  readonly rate: number;
  /** The loudest of each, 0 to 127. */
  readonly peaks: readonly number[];
}

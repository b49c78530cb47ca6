// What an editor has chosen for this screen, remembered in this browser.

import type { KeymapName } from "./keys/keymaps";
import type { Kind } from "./model/snapping";

export interface Prefs {
  keymap: KeymapName;
  snap: Kind[];
  follow: boolean;
  loop: boolean;
  rate: number;
  shape: string;
  /** Another language beside this one; empty for none. */
  beside: string;
}

const KEY = "hoso.timing.prefs";

const USUAL: Prefs = {
  keymap: "aegisub",
  snap: ["cues", "shots", "scenes", "voice", "frames"],
  follow: false,
  loop: false,
  rate: 1,
  shape: "",
  beside: "",
};

export function readPrefs(): Prefs {
  try {
    return { ...USUAL, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Prefs>) };
  } catch {
    return { ...USUAL };
  }
}

export function keepPrefs(prefs: Prefs): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(prefs));
  } catch {
    // Where nothing may be stored, choices last as long as the page.
  }
}

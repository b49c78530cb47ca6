// Two editors' habits. What both leave open is the same in both. Where a browser may keep a key for itself,
// there is another one.

import type { Action } from "./actions";

export type Keymap = Readonly<Record<Action, readonly string[]>>;
export type KeymapName = "aegisub" | "subtitle-edit";

const COMMON: Keymap = {
  "play-pause": ["Ctrl+P"],
  "play-selection": [],
  "play-before-start": ["Q"],
  "play-after-start": ["E"],
  "play-before-end": ["D"],
  "play-after-end": ["W"],
  "play-on": ["T"],
  loop: ["L"],
  slower: ["Shift+,"],
  faster: ["Shift+."],
  previous: ["Alt+Up"],
  next: ["Alt+Down"],
  "to-start": ["Ctrl+1", "Home"],
  "to-end": ["Ctrl+2", "End"],
  "frame-back": [],
  "frame-forward": [],
  "half-back": [],
  "half-forward": [],
  "second-back": [],
  "second-forward": [],
  "set-in": ["["],
  "set-out": ["]"],
  "start-earlier": ["Num4", ","],
  "start-later": ["Num6", "."],
  "end-earlier": ["Num7", ";"],
  "end-later": ["Num9", "'"],
  "earlier-10": ["Ctrl+Left"],
  "later-10": ["Ctrl+Right"],
  "earlier-100": ["Ctrl+Shift+Left"],
  "later-100": ["Ctrl+Shift+Right"],
  "earlier-1000": ["Alt+Shift+Left"],
  "later-1000": ["Alt+Shift+Right"],
  "lead-in": ["C"],
  "lead-out": ["V"],
  snap: ["Ctrl+5", "G"],
  shift: [],
  "edit-text": ["Enter", "F2"],
  add: ["Insert", "N"],
  split: [],
  merge: ["M"],
  delete: ["Delete", "Ctrl+Delete"],
  "select-all": ["Ctrl+A"],
  undo: ["Ctrl+Z"],
  redo: ["Ctrl+Y", "Ctrl+Shift+Z"],
  "zoom-in": ["="],
  "zoom-out": ["-"],
  "zoom-fit": ["0"],
  "scroll-left": ["A"],
  "scroll-right": ["F"],
  follow: ["Shift+F"],
  find: ["Ctrl+F"],
  replace: ["Ctrl+H", "H"],
  "find-next": ["F3"],
  save: ["Ctrl+S"],
  help: ["?", "F1"],
};

export const KEYMAPS: Readonly<Record<KeymapName, Keymap>> = {
  aegisub: {
    ...COMMON,
    "play-pause": ["Ctrl+P", "B"],
    "play-selection": ["Space", "S", "R"],
    previous: ["Z", "Alt+Up"],
    next: ["X", "Alt+Down"],
    "frame-back": ["Left"],
    "frame-forward": ["Right"],
    "half-back": ["Shift+Left"],
    "half-forward": ["Shift+Right"],
    "second-back": ["Alt+Left"],
    "second-forward": ["Alt+Right"],
    "set-in": ["Ctrl+3", "["],
    "set-out": ["Ctrl+4", "]"],
    shift: ["Ctrl+I", "I"],
    split: ["Ctrl+D", "K"],
  },
  "subtitle-edit": {
    ...COMMON,
    "play-pause": ["Space", "Ctrl+P"],
    "play-selection": ["F5", "S", "R"],
    "frame-back": ["Shift+Left"],
    "frame-forward": ["Shift+Right"],
    "half-back": ["Alt+Left"],
    "half-forward": ["Alt+Right"],
    "second-back": ["Left"],
    "second-forward": ["Right"],
    "set-in": ["F11", "["],
    "set-out": ["F12", "]"],
    shift: ["Ctrl+Shift+A", "I"],
    split: ["Ctrl+Alt+V", "K"],
    merge: ["Ctrl+Shift+M", "M"],
  },
};

export const KEYMAP_NAMES = Object.keys(KEYMAPS) as KeymapName[];

/** What each chord does. */
export function actionsOf(keymap: Keymap): Map<string, Action> {
  const found = new Map<string, Action>();
  for (const [action, chords] of Object.entries(keymap)) {
    for (const chord of chords) found.set(chord, action as Action);
  }
  return found;
}

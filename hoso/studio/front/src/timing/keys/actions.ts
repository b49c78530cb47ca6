// Everything that can be done by a key, in the groups and the order of the help. The names are parts of their
// words' keys: `timing-do-play-pause`.

export const GROUPS = {
  play: [
    "play-pause",
    "play-selection",
    "play-before-start",
    "play-after-start",
    "play-before-end",
    "play-after-end",
    "play-on",
    "loop",
    "slower",
    "faster",
  ],
  go: [
    "previous",
    "next",
    "to-start",
    "to-end",
    "frame-back",
    "frame-forward",
    "half-back",
    "half-forward",
    "second-back",
    "second-forward",
  ],
  times: [
    "set-in",
    "set-out",
    "start-earlier",
    "start-later",
    "end-earlier",
    "end-later",
    "earlier-10",
    "later-10",
    "earlier-100",
    "later-100",
    "earlier-1000",
    "later-1000",
    "lead-in",
    "lead-out",
    "snap",
    "shift",
  ],
  cues: ["edit-text", "add", "split", "merge", "delete", "select-all", "undo", "redo"],
  view: ["zoom-in", "zoom-out", "zoom-fit", "scroll-left", "scroll-right", "follow"],
  page: ["find", "replace", "find-next", "save", "help"],
} as const;

export type Group = keyof typeof GROUPS;
export type Action = (typeof GROUPS)[Group][number];

export const ACTIONS: readonly Action[] = Object.values(GROUPS).flat();

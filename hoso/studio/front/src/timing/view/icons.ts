// The editor's icons: strokes on a grid of 24.

export const ICONS = {
  play: "M7 5v14l11-7z",
  pause: "M8 5v14M16 5v14",
  selection: "M4 5v14M20 5v14M9 8v8l6-4z",
  loop: "M17 3l3 3-3 3M4 12V9a3 3 0 013-3h13M7 21l-3-3 3-3M20 12v3a3 3 0 01-3 3H4",
  back: "M18 6l-7 6 7 6zM6 6v12",
  forward: "M6 6l7 6-7 6zM18 6v12",
  undo: "M4 9h11a5 5 0 010 10h-4M4 9l4-4M4 9l4 4",
  redo: "M20 9H9a5 5 0 000 10h4M20 9l-4-4M20 9l-4 4",
  find: "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L20 20",
  history: "M4 12a8 8 0 108-8 8 8 0 00-6.5 3.3M4 4v4h4M12 8v4l3 2",
  keys: "M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M8 14h8",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V5h4M20 9V5h-4M4 15v4h4M20 15v4h-4",
  split: "M12 3v18M4 8h4v8H4zM16 8h4v8h-4z",
  merge: "M4 8h16v8H4zM9 5l3 3 3-3M9 19l3-3 3 3",
  remove: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  in: "M6 4v16M20 12H9M13 8l-4 4 4 4",
  out: "M18 4v16M4 12h11M11 8l4 4-4 4",
  shift: "M5 4v16M9 12h10M15 8l4 4-4 4",
  magnet: "M6 4v8a6 6 0 0012 0V4M6 8h4M14 8h4M10 4v8a2 2 0 004 0V4",
  follow: "M12 3v3M12 18v3M3 12h3M18 12h3M12 8a4 4 0 100 8 4 4 0 000-8z",
  beforeStart: "M17 4v16M4 8v8l8-4z",
  afterStart: "M6 4v16M10 8v8l8-4z",
  beforeEnd: "M18 4v16M6 8v8l8-4z",
  afterEnd: "M7 4v16M12 8v8l8-4z",
  close: "M6 6l12 12M18 6L6 18",
} as const;

export type Icon = keyof typeof ICONS;

// Keys by what they do, on every keyboard layout: letters by what is printed on them where that is Latin, else
// by their place, as on a Ukrainian or Korean one.

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: "Left",
  ArrowRight: "Right",
  ArrowUp: "Up",
  ArrowDown: "Down",
  BracketLeft: "[",
  BracketRight: "]",
  Comma: ",",
  Period: ".",
  Semicolon: ";",
  Quote: "'",
  Slash: "/",
  Minus: "-",
  Equal: "=",
};

const SIGNS: Readonly<Record<string, string>> = { Left: "←", Right: "→", Up: "↑", Down: "↓" };

type Key = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** What is pressed, as `Ctrl+Shift+M`; a Mac's Command counts as Ctrl. Empty for a modifier alone. */
export function chordOf(event: Key): string {
  if (event.key === "?" && !event.ctrlKey && !event.metaKey && !event.altKey) return "?";
  const name = nameOf(event);
  if (!name) return "";
  const modifiers = [
    event.ctrlKey || event.metaKey ? "Ctrl" : "",
    event.altKey ? "Alt" : "",
    event.shiftKey ? "Shift" : "",
  ];
  return [...modifiers.filter(Boolean), name].join("+");
}

function nameOf({ key, code }: Key): string {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const place = /^(?:Key([A-Z])|Digit(\d)|Numpad(\d))$/.exec(code);
  if (place) return place[1] ?? place[2] ?? `Num${place[3]}`;
  if (/^(Control|Shift|Alt|Meta|OS)/.test(code) || !code) return "";
  return NAMES[code] ?? code;
}

/** The parts of a chord as they stand on the keys of this machine. */
export function keycaps(chord: string, mac: boolean): string[] {
  const parts = chord === "?" ? ["?"] : chord.split("+");
  return parts.map((part) => {
    if (mac && part === "Ctrl") return "⌘";
    if (mac && part === "Alt") return "⌥";
    return SIGNS[part] ?? part.replace(/^Num(\d)$/, "Num $1");
  });
}

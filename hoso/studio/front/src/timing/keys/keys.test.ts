import { expect, test } from "vitest";
import { ACTIONS } from "./actions";
import { chordOf, keycaps } from "./chords";
import { actionsOf, KEYMAP_NAMES, KEYMAPS } from "./keymaps";

const pressed = (key: string, code: string, ...held: string[]) =>
  chordOf({
    key,
    code,
    ctrlKey: held.includes("ctrl"),
    metaKey: held.includes("meta"),
    altKey: held.includes("alt"),
    shiftKey: held.includes("shift"),
  });

test("every action has a key in both keymaps, and no key has two", () => {
  for (const name of KEYMAP_NAMES) {
    const chords = ACTIONS.flatMap((action) => KEYMAPS[name][action]);
    expect(new Set(chords).size, name).toBe(chords.length);
    for (const action of ACTIONS)
      expect(KEYMAPS[name][action].length, `${name} ${action}`).toBeGreaterThan(0);
    expect(actionsOf(KEYMAPS[name]).size).toBe(chords.length);
  }
});

test("nothing hangs on a key that browsers keep", () => {
  const kept = [
    "Ctrl+W",
    "Ctrl+T",
    "Ctrl+N",
    "Ctrl+Shift+W",
    "Ctrl+Shift+T",
    "Ctrl+Shift+N",
    "Alt+F4",
    "Ctrl+Q",
  ];
  // What a browser may take for itself has another key beside it.
  const doubtful = /^(F5|F11|F12|Ctrl\+[1-9DHIP]|Ctrl\+Shift\+[AM]|Ctrl\+Alt\+V)$/;
  for (const name of KEYMAP_NAMES) {
    for (const action of ACTIONS) {
      const chords = KEYMAPS[name][action];
      expect(chords.filter((chord) => kept.includes(chord))).toEqual([]);
      expect(
        chords.some((chord) => !doubtful.test(chord)),
        `${name} ${action}`,
      ).toBe(true);
    }
  }
});

test("letters are found on every layout", () => {
  expect(pressed("z", "KeyZ")).toBe("Z");
  expect(pressed("я", "KeyZ")).toBe("Z");
  expect(pressed("ㅋ", "KeyZ", "ctrl")).toBe("Ctrl+Z");
  expect(pressed("z", "KeyY")).toBe("Z");
  expect(pressed("M", "KeyM", "ctrl", "shift")).toBe("Ctrl+Shift+M");
  expect(pressed("z", "KeyZ", "meta")).toBe("Ctrl+Z");
});

test("other keys go by their place", () => {
  expect(pressed("#", "Digit3", "shift")).toBe("Shift+3");
  expect(pressed("4", "Numpad4")).toBe("Num4");
  expect(pressed("ArrowLeft", "Numpad4")).toBe("Num4");
  expect(pressed("ArrowLeft", "ArrowLeft", "alt")).toBe("Alt+Left");
  expect(pressed("?", "Slash", "shift")).toBe("?");
  expect(pressed("б", "Comma")).toBe(",");
  expect(pressed("Control", "ControlLeft", "ctrl")).toBe("");
});

test("keycaps are what stands on the keys", () => {
  expect(keycaps("Ctrl+Shift+Left", false)).toEqual(["Ctrl", "Shift", "←"]);
  expect(keycaps("Ctrl+Z", true)).toEqual(["⌘", "Z"]);
  expect(keycaps("Num4", false)).toEqual(["Num 4"]);
});

// Keys pressed anywhere in the editor, to actions. A field that is written in keeps its keys.

import type { Action } from "./actions";
import { chordOf } from "./chords";
import { actionsOf, KEYMAPS, type KeymapName } from "./keymaps";

/** In a field these stay the field's own, whatever the keymap says. */
const FIELDS_OWN: ReadonlySet<Action> = new Set([
  "select-all",
  "delete",
  "earlier-10",
  "later-10",
  "earlier-100",
  "later-100",
  "earlier-1000",
  "later-1000",
]);

export function listenForKeys(keymap: () => KeymapName, act: (action: Action) => void): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.getModifierState("AltGraph")) return;
    if (document.querySelector("dialog[open]")) return;
    const target = event.target as HTMLElement;
    const chord = chordOf(event);
    const action = actionsOf(KEYMAPS[keymap()]).get(chord);
    if (!action || !reaches(target, chord, action)) return;
    event.preventDefault();
    act(action);
  });
}

function reaches(target: HTMLElement, chord: string, action: Action): boolean {
  if (isField(target)) {
    if (action === "undo" || action === "redo") return target.dataset["cueText"] !== undefined;
    return !FIELDS_OWN.has(action) && /^(Ctrl\+|F\d|Alt\+(Up|Down)$)/.test(chord);
  }
  // A button is pressed by these.
  return !(
    (chord === "Space" || chord === "Enter") &&
    target.closest("button, a, summary, select, [role=slider]")
  );
}

export function isField(target: Element): boolean {
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

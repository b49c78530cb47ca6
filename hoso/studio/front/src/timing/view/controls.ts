// Buttons and choices as the pages have them.

import { h, icon, setFlag } from "./dom";
import { ICONS, type Icon } from "./icons";

export interface ButtonLook {
  readonly icon?: Icon;
  /** Words on it; without them its name is only spoken and shown on hover. */
  readonly text?: string;
  readonly class?: string;
}

export function button(name: string, press: () => void, look: ButtonLook = {}): HTMLButtonElement {
  const bare = look.text === undefined;
  return h(
    "button",
    {
      type: "button",
      class: ["button small", bare ? "icon" : "", look.class ?? ""].join(" ").trim(),
      "aria-label": look.text === name ? null : name,
      title: look.text === name ? null : name,
      click: press,
    },
    look.icon ? icon(ICONS[look.icon]) : null,
    look.text ?? null,
  );
}

export function toggle(
  name: string,
  on: () => boolean,
  press: () => void,
  look: ButtonLook = {},
): HTMLButtonElement {
  const made = button(
    name,
    () => {
      press();
      setFlag(made, "aria-pressed", on());
    },
    look,
  );
  setFlag(made, "aria-pressed", on());
  return made;
}

export function choose(
  name: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
  change: (value: string) => void,
): HTMLSelectElement {
  const select = h(
    "select",
    { "aria-label": name, title: name },
    ...options.map(([each, text]) => h("option", { value: each, selected: each === value }, text)),
  );
  select.addEventListener("change", () => change(select.value));
  return select;
}

/** A dialog with a heading and a way out; open it by `showModal()`. */
export function dialog(
  title: string,
  close: string,
  wide: boolean,
  ...children: (Node | string)[]
): HTMLDialogElement {
  const made = h("dialog", { class: wide ? "dialog wide" : "dialog", "aria-label": title });
  const shut = button(close, () => made.close(), { icon: "close", class: "quiet" });
  made.append(
    h("div", { class: "inside" }, h("div", { class: "head" }, h("h2", {}, title), shut), ...children),
  );
  made.addEventListener("click", (event) => {
    if (event.target === made) made.close();
  });
  return made;
}

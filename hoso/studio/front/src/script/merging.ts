// Two people have changed the same lines: both texts side by side, to choose from.
import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { say } from "../shared/words";
import { element, type Written } from "./data";
import { looks } from "./editor";

/** What somebody makes of `theirs` and `mine`; null where they leave it for now. */
export function bothAt(theirs: Written, mine: string): Promise<string | null> {
  const dialog = element<HTMLDialogElement>("merge");
  const label = (key: string) => EditorView.contentAttributes.of({ "aria-label": say(key) });
  const view = new MergeView({
    parent: element("sides"),
    a: {
      doc: theirs.text,
      extensions: [looks(), EditorState.readOnly.of(true), label("messages-script-theirs")],
    },
    b: { doc: mine, extensions: [looks(), label("messages-script-mine")] },
    revertControls: "a-to-b",
    renderRevertControl: take,
    collapseUnchanged: { margin: 3, minSize: 6 },
    gutter: true,
  });
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    const save = element<HTMLButtonElement>("merge-save");
    const chosen = (): void => dialog.close("save");
    save.addEventListener("click", chosen);
    dialog.addEventListener(
      "close",
      () => {
        save.removeEventListener("click", chosen);
        const text = view.b.state.doc.toString();
        view.destroy();
        resolve(dialog.returnValue === "save" ? text : null);
      },
      { once: true },
    );
  });
}

/** The button between the sides that takes one change of theirs. */
function take(): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "take";
  button.textContent = "→";
  button.title = say("messages-script-take-theirs");
  button.setAttribute("aria-label", button.title);
  return button;
}

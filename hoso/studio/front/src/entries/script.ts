// Where scripts and hoso.yaml are written.
import { EditorView } from "@codemirror/view";
import { Checker } from "../script/checking";
import { Completer } from "../script/completing";
import { desk, element } from "../script/data";
import { type Draft, Drafts } from "../script/drafts";
import { editor, eyes, hands } from "../script/editor";
import { Saver } from "../script/saving";
import { say } from "../shared/words";
import "../style/script.css";

const given = desk();

function begin(): void {
  if (!given.maySave) {
    new Checker(editor(element("editor"), given.text, eyes()), given).soon(0);
    return;
  }
  let saver: Saver | undefined;
  let checker: Checker | undefined;
  const view = editor(element("editor"), given.text, [
    hands(new Completer(given.completion).source),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      saver?.changed();
      checker?.soon();
    }),
  ]);
  const drafts = new Drafts(given.file);
  checker = new Checker(view, given);
  saver = new Saver(view, given, drafts, checker);
  const left = drafts.read();
  if (left && left.text !== given.text) offer(left, saver, drafts);
  checker.soon(0);
  const keeper = saver;
  element("save").addEventListener("click", () => void keeper.save());
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void keeper.save();
  });
  addEventListener("pagehide", () => keeper.keep());
}

/** Ask whether to go on with what was written here before and not saved. */
function offer(left: Draft, saver: Saver, drafts: Drafts): void {
  const banner = document.createElement("div");
  banner.className = "banner wait";
  banner.setAttribute("role", "alert");
  const told = document.createElement("strong");
  told.textContent = say("messages-script-left", {
    at: new Date(left.at).toLocaleString(document.documentElement.lang),
  });
  const bar = document.createElement("div");
  bar.className = "toolbar";
  const choices = [
    ["messages-script-restore", "button primary", () => saver.resume(left.text, left.stamp)],
    ["messages-script-discard", "button", () => drafts.forget()],
  ] as const;
  for (const [key, looks, act] of choices) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = looks;
    button.textContent = say(key);
    button.addEventListener("click", () => {
      act();
      banner.remove();
    });
    bar.append(button);
  }
  banner.append(told, bar);
  element("told").replaceChildren(banner);
}

begin();

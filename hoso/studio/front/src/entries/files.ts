// Files: dropped or chosen, several at once; recorded lines one by one.

import { Row, Turn } from "../files/row";
import { send } from "../shared/send";
import "../style/messages.css";
import "../style/files.css";

const AT_ONCE = 2;
const turn = new Turn(AT_ONCE);
const drop = document.querySelector<HTMLElement>("[data-drop]");
const list = document.getElementById("uploads");

function bring(files: Iterable<File>, named?: string): void {
  for (const file of files) {
    const ending = /\.[A-Za-z0-9]+$/.exec(file.name)?.[0] ?? "";
    const name = named === undefined ? file.name : named + ending;
    const row = new Row({ file, name, message: drop?.dataset["message"] ?? "", clash: "refuse" }, turn);
    list?.prepend(row.element);
    void row.begin();
  }
}

function watchDrop(zone: HTMLElement): void {
  const holds = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  // Anywhere on the page: who misses the zone would see the browser open the film instead.
  document.addEventListener("dragover", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    zone.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) zone.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    zone.classList.remove("over");
    bring(event.dataTransfer?.files ?? []);
  });
  document.addEventListener("paste", (event) => bring(event.clipboardData?.files ?? []));
}

document.addEventListener("change", (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.type !== "file") return;
  bring([...(input.files ?? [])], input.dataset["line"]);
  input.value = "";
});

document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLElement>("[data-discard]");
  if (!button) return;
  const headers = { "Tus-Resumable": "1.0.0" };
  void send(button.dataset["discard"] ?? "", { method: "DELETE", headers }).finally(() => {
    const row = button.closest("li");
    if (row?.parentElement?.children.length === 1) document.getElementById("unfinished")?.remove();
    else row?.remove();
  });
});

if (drop) watchDrop(drop);

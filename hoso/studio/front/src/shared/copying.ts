// <button data-copies="id">: copies what the element with that id says (or the value of a field).
import { toast } from "./toast";
import { say } from "./words";

const SHOWN_MS = 3000;

export function watchCopying(): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-copies]");
    const source = button && document.getElementById(button.dataset["copies"] ?? "");
    if (!source) return;
    const text = "value" in source ? String(source.value) : (source.textContent ?? "");
    copied(text, source).then(
      () => done(button),
      () => toast(say("script-copy-failed"), "bad"),
    );
  });
}

/** Say so, beside the pointer too: the button has `data-copied` for a while. */
function done(button: HTMLElement): void {
  toast(say("script-copied"));
  button.dataset["copied"] = "";
  setTimeout(() => delete button.dataset["copied"], SHOWN_MS);
}

/** Copy `text`. A page that came by plain HTTP has no clipboard of its own: there the old way helps. */
async function copied(text: string, source: Element): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const selection = getSelection();
  const range = document.createRange();
  range.selectNodeContents(source);
  if (source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement) source.select();
  else {
    selection?.removeAllRanges();
    selection?.addRange(range);
  }
  if (!document.execCommand("copy")) throw new Error("the browser refused");
}

// <button data-copies="id">: copies what the element with that id says (or the value of a field).
import { toast } from "./toast";
import { say } from "./words";

export function watchCopying(): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-copies]");
    const source = button && document.getElementById(button.dataset["copies"] ?? "");
    if (!source) return;
    const text = "value" in source ? String(source.value) : (source.textContent ?? "");
    copied(text, source).then(
      () => toast(say("script-copied")),
      () => toast(say("script-copy-failed"), "bad"),
    );
  });
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

// Channels that are chosen to be taken together: how many, how large. Without this the form works all the same.
import { say } from "../shared/words";
import { sizeWords } from "./sizes";

export function watchChoice(): void {
  const form = document.getElementById("chosen");
  if (!(form instanceof HTMLFormElement)) return;
  const told = form.querySelector<HTMLElement>(".what");
  const button = form.querySelector("button");
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[form="chosen"]')];
  if (!told || !button) return;
  const tell = (): void => {
    const chosen = boxes.filter((box) => box.checked);
    const bytes = chosen.reduce((sum, box) => sum + Number(box.dataset["bytes"]), 0);
    form.classList.toggle("some", chosen.length > 0);
    button.disabled = chosen.length === 0;
    told.textContent = chosen.length
      ? say("releases-script-chosen", { count: chosen.length, size: sizeWords(bytes) })
      : (told.dataset["none"] ?? "");
  };
  for (const box of boxes) box.addEventListener("change", tell);
  // A page that is come back to may have kept its boxes ticked.
  addEventListener("pageshow", tell);
  tell();
}

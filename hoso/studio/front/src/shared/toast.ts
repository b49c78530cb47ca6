// Notices at the edge of the page, read out by screen readers. The server sends them with
// `HX-Trigger: {"toast": {"text": …, "tone": "good"}}` or as HTML for #toasts (errors).
import { coded } from "./backticks";
import { say } from "./words";

export type Tone = "good" | "bad" | "wait";

const LASTS_MS = 6000;

/** Tell `text`. Bad news stays until it is dismissed. */
export function toast(text: string, tone: Tone = "good"): void {
  const told = document.createElement("div");
  told.className = "told";
  told.append(...coded(text));
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button quiet small";
  close.dataset["dismiss"] = "";
  close.setAttribute("aria-label", say("script-toast-close"));
  close.textContent = "✕";
  const notice = document.createElement("div");
  notice.className = `toast banner ${tone}`;
  notice.append(told, close);
  document.getElementById("toasts")?.append(notice);
  if (tone !== "bad") leave(notice);
}

/** Take `notice` away after a while, but not while somebody is at it. */
function leave(notice: HTMLElement): void {
  setTimeout(() => {
    if (notice.matches(":hover, :focus-within")) leave(notice);
    else notice.remove();
  }, LASTS_MS);
}

export function watchToasts(): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("[data-dismiss]");
    button?.closest(".toast, .banner")?.remove();
  });
  document.addEventListener("toast", (event) => {
    const { text, tone } = (event as CustomEvent<{ text: string; tone?: Tone }>).detail;
    toast(text, tone);
  });
  document.addEventListener("htmx:sendError", () => toast(say("script-offline"), "bad"));
}

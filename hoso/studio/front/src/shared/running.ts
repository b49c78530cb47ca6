// How many renders are going on, kept true in the bar of every page.

const EVERY_MS = 15_000;

export function watchRunning(): void {
  const shown = document.getElementById("running");
  if (!shown) return;
  setInterval(() => {
    if (!document.hidden) void refresh(shown);
  }, EVERY_MS);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) void refresh(shown);
  });
}

/** Without a connection or a session it stays as it is: whatever else the person does will say so. */
async function refresh(shown: HTMLElement): Promise<void> {
  const answer = await fetch("/running", { redirect: "error" }).catch(() => null);
  if (answer?.ok) shown.innerHTML = await answer.text();
}

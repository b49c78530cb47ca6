// Every job on the page that something still comes of is followed; what depends on its state is fetched anew.
import { say } from "../shared/words";
import type { State } from "./progress";
import { follow } from "./stream";
import { ProgressView } from "./view";

const TICK_MS = 1000;

interface Watched {
  readonly view: ProgressView;
  readonly stop: () => void;
}

const watched = new Map<HTMLElement, Watched>();

/** Follow what has come onto the page, and let go of what has left it. */
function look(): void {
  for (const [root, { stop }] of watched) {
    if (root.isConnected) continue;
    stop();
    watched.delete(root);
  }
  for (const root of document.querySelectorAll<HTMLElement>("[data-stream]")) {
    if (!watched.has(root)) watched.set(root, watch(root, root.dataset["stream"] ?? ""));
  }
}

function watch(root: HTMLElement, path: string): Watched {
  const view = new ProgressView(root);
  let state = root.dataset["state"] as State;
  let stopping = false;
  const stop = follow(path, {
    changed(now) {
      view.show(now);
      if (now.state !== state || now.stopping !== stopping) refresh();
      state = now.state;
      stopping = now.stopping;
    },
    ahead(count) {
      const place = document.getElementById("job-ahead");
      if (place) place.textContent = count ? say("jobs-ahead-some", { count }) : say("jobs-ahead-next");
    },
    connected: (is) => view.connected(is),
  });
  return { view, stop };
}

/** Have the parts that show states fetched again. */
function refresh(): void {
  for (const id of ["queue", "outcome"]) document.getElementById(id)?.dispatchEvent(new Event("refresh"));
}

export function watchJobs(): void {
  look();
  document.addEventListener("htmx:afterSettle", look);
  setInterval(() => {
    for (const { view } of watched.values()) view.tick();
  }, TICK_MS);
}

// A job's events, for as long as there are any: a broken connection is taken up again where it was.
import { type Change, changed, NOTHING, type Snapshot } from "./progress";

export interface Watcher {
  readonly changed: (now: Snapshot) => void;
  /** How many jobs go before this one. */
  readonly ahead: (count: number) => void;
  readonly connected: (is: boolean) => void;
}

const AGAIN_MS = 5000;

/** Follow the events at `path`. Returns what ends that. */
export function follow(path: string, watcher: Watcher): () => void {
  let now = NOTHING;
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;

  const tell = (next: Snapshot): void => {
    now = next;
    watcher.changed(now);
  };

  const open = (): void => {
    source = new EventSource(path);
    source.addEventListener("open", () => watcher.connected(true));
    source.addEventListener("snapshot", (event) => tell(changed(NOTHING, read<Change>(event))));
    source.addEventListener("change", (event) => tell(changed(now, read<Change>(event))));
    source.addEventListener("queue", (event) => watcher.ahead(read<{ ahead: number }>(event).ahead));
    source.addEventListener("end", () => source.close());
    source.addEventListener("error", () => {
      watcher.connected(false);
      // The browser connects again by itself unless the answer was an error: a proxy's, while the studio restarts.
      if (source.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS);
    });
  };

  open();
  return () => {
    clearTimeout(again);
    source.close();
  };
}

const read = <T>(event: Event): T => JSON.parse((event as MessageEvent<string>).data) as T;

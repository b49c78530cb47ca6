// Whether somebody else has saved: asked every few seconds, and when the window comes back.

/** In ms. */
const EVERY = 5000;

export interface Watched {
  version(): Promise<string>;
  /** What this editor knows. */
  known(): string;
  /** Not now: something is on its way or in the hand. */
  busy(): boolean;
  other(): Promise<void>;
}

export function watchVersion(watched: Watched): void {
  let asking = false;
  const ask = async (): Promise<void> => {
    if (asking || watched.busy() || document.visibilityState === "hidden") return;
    asking = true;
    try {
      const version = await watched.version();
      if (version !== watched.known() && !watched.busy()) await watched.other();
    } catch {
      // The saver tells of a lost connection when there is something to save.
    } finally {
      asking = false;
    }
  };
  setInterval(() => void ask(), EVERY);
  for (const name of ["focus", "online"]) addEventListener(name, () => void ask());
  document.addEventListener("visibilitychange", () => void ask());
}

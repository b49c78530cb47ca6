// The timing editor: /messages/{name}/timing.
import "../style/timing.css";
import { say } from "../shared/words";
import { Editor } from "../timing/editor";
import { Api } from "../timing/net/api";
import { BrowserJournal } from "../timing/net/journal";
import { readPrefs } from "../timing/prefs";

interface Page {
  readonly message: string;
  readonly language: string;
  readonly voice: string;
  readonly api: string;
}

/** The same for this tab through reloads. */
function tab(): string {
  const key = "hoso.timing.tab";
  const known = sessionStorage.getItem(key) ?? `${Date.now()}-${Math.random()}`;
  sessionStorage.setItem(key, known);
  return known;
}

async function begin(place: HTMLElement): Promise<void> {
  const page = JSON.parse(document.getElementById("timing")?.textContent ?? "{}") as Page;
  const api = new Api(page.api, page.language, page.voice);
  const timing = await api.whole();
  const peaks = timing.peaks ? (await api.peaks(timing.peaks)).peaks : [];
  const file = [page.message, page.language, page.voice].join(" ");
  const again = () => location.reload();
  const editor = new Editor(timing, api, new BrowserJournal(file, tab()), readPrefs(), peaks, place, again);
  await editor.open();
}

const place = document.getElementById("timing-editor") ?? document.getElementById("main");
if (place) {
  place.classList.add("timing-editor");
  begin(place).then(
    () => place.setAttribute("data-ready", ""),
    (error: unknown) => {
      const told = document.createElement("p");
      told.className = "banner bad";
      told.textContent = error instanceof Error && error.message ? error.message : say("timing-not-loaded");
      place.replaceChildren(told);
      throw error;
    },
  );
}

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

async function begin(place: HTMLElement): Promise<void> {
  const page = JSON.parse(document.getElementById("timing")?.textContent ?? "{}") as Page;
  const api = new Api(page.api, page.language, page.voice);
  const timing = await api.whole();
  const peaks = timing.peaks ? (await api.peaks(timing.peaks)).peaks : [];
  const file = [page.message, page.language, page.voice].join(" ");
  const again = () => location.reload();
  const editor = new Editor(timing, api, new BrowserJournal(file), readPrefs(), peaks, place, again);
  await editor.open();
}

const place = document.getElementById("timing-editor");
if (place) {
  begin(place).then(
    () => place.setAttribute("aria-busy", "false"),
    (error: unknown) => {
      const told = document.createElement("p");
      told.className = "banner bad";
      told.textContent = error instanceof Error && error.message ? error.message : say("timing-not-loaded");
      place.replaceChildren(told);
      throw error;
    },
  );
}

// Light, dark or as the system says: kept in a cookie, so that the server sends the page in the right one.
const COOKIE = "hoso_theme";
const YEAR_SECONDS = 365 * 24 * 3600;

/** Told on `document` when the colours change, for what is drawn on a canvas. */
export const THEME_CHANGED = "hoso:theme";

export function watchTheme(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>("[data-theme-choice]");
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const theme = button.dataset["themeChoice"] ?? "auto";
      if (theme === "auto") delete document.documentElement.dataset["theme"];
      else document.documentElement.dataset["theme"] = theme;
      // biome-ignore lint/suspicious/noDocumentCookie: Safari has no other way yet
      document.cookie = `${COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
      for (const each of buttons) each.setAttribute("aria-pressed", String(each === button));
      document.dispatchEvent(new Event(THEME_CHANGED));
    });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    document.dispatchEvent(new Event(THEME_CHANGED)),
  );
}

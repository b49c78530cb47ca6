// The form to render: tick all or none; and lists that are sent off by being changed.

export function watchForms(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-ticking]")) {
    box.hidden = false;
    box.addEventListener("click", (event) => {
      const how = (event.target as Element).closest<HTMLElement>("[data-tick]")?.dataset["tick"];
      const group = box.closest("[data-ticks]");
      if (!how || !group) return;
      for (const tick of group.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
        tick.checked = how === "all";
    });
  }
  for (const list of document.querySelectorAll<HTMLSelectElement>("select[data-submits]")) {
    const button = list.form?.querySelector<HTMLElement>("button");
    if (button) button.hidden = true;
    list.addEventListener("change", () => list.form?.requestSubmit());
  }
}

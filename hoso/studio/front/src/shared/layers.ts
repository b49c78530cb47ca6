// Menus and dialogs: <button data-opens="id"> opens <dialog id>, data-closes closes the one around it.

export function watchLayers(): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const opens = target.closest<HTMLElement>("[data-opens]")?.dataset["opens"];
    if (opens) (document.getElementById(opens) as HTMLDialogElement | null)?.showModal();
    if (target.closest("[data-closes]")) target.closest("dialog")?.close();
    for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
    }
  });
  document.addEventListener("focusin", (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
}

const openMenus = (): HTMLDetailsElement[] => [
  ...document.querySelectorAll<HTMLDetailsElement>("details.menu[open]"),
];

// "Are you sure?" in the page's own dialog: for hx-confirm="…" of htmx and data-confirm="…" of plain forms.
// data-yes names what will be done; data-danger makes the button say so.

/** Whether the person agrees to `question`. */
export function agreed(question: string, yes = "", danger = false): Promise<boolean> {
  const dialog = document.getElementById("confirm") as HTMLDialogElement;
  const button = dialog.querySelector<HTMLButtonElement>('button[value="yes"]');
  const heading = dialog.querySelector("h2");
  if (!button || !heading) throw new Error("the page has no dialog to ask in");
  button.dataset["usual"] ??= button.textContent ?? "";
  heading.textContent = question;
  button.textContent = yes || button.dataset["usual"];
  button.classList.toggle("danger", danger);
  button.classList.toggle("primary", !danger);
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

interface AsksHtmx {
  readonly question?: string | null;
  readonly issueRequest: (skipConfirmation: boolean) => void;
}

export function watchConfirmations(): void {
  document.addEventListener("htmx:confirm", (event) => {
    const { question, issueRequest } = (event as CustomEvent<AsksHtmx>).detail;
    if (!question) return;
    event.preventDefault();
    const { yes, danger } = (event.target as HTMLElement).dataset;
    void agreed(question, yes, danger !== undefined).then((so) => so && issueRequest(true));
  });
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const question = form.dataset["confirm"];
    if (!question || form.dataset["agreed"] !== undefined) return;
    event.preventDefault();
    const submitter = (event as SubmitEvent).submitter;
    void agreed(question, form.dataset["yes"], form.dataset["danger"] !== undefined).then((so) => {
      if (!so) return;
      form.dataset["agreed"] = "";
      form.requestSubmit(submitter);
    });
  });
}

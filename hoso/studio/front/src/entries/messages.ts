// The list of messages and one message: which languages of its words are shown.
import "../style/messages.css";

for (const box of document.querySelectorAll<HTMLInputElement>(".choice.languages input"))
  box.addEventListener("change", () => {
    for (const words of document.querySelectorAll<HTMLElement>(`.scenes [data-language="${box.value}"]`))
      words.hidden = !box.checked;
  });

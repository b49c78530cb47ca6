// One film at a time: whoever starts another one has seen enough of the first.

export function watchPlayers(): void {
  document.addEventListener(
    "play",
    (event) => {
      for (const player of document.querySelectorAll<HTMLMediaElement>(".player")) {
        if (player !== event.target) player.pause();
      }
    },
    // Media events do not bubble.
    { capture: true },
  );
}

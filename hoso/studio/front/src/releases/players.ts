// One film at a time: whoever starts another one has seen enough of the first. Posters come when they are near:
// a release has dozens, and telephones pay for each.

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
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLVideoElement)) continue;
        target.poster = target.dataset["poster"] ?? "";
        near.unobserve(target);
      }
    },
    { rootMargin: "400px" },
  );
  for (const video of document.querySelectorAll("video[data-poster]")) near.observe(video);
}

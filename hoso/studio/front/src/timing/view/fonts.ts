// The fonts that are burned, for cues in the page too: not every machine has one for Korean.

import type { Timing } from "../net/contract";

/** Loads them; settled when they can be seen, or can't be had. */
export async function showFonts(fonts: Timing["fonts"]): Promise<void> {
  const faces = fonts.map(
    ({ family, bold, url }) => new FontFace(family, `url(${url})`, { weight: bold ? "700" : "400" }),
  );
  for (const face of faces) document.fonts.add(face);
  await Promise.allSettled(faces.map((face) => face.load()));
}

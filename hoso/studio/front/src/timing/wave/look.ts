// The waveform's colours and lanes. Colours are the page's own, read from its style sheet.

/** Heights in px, from the top. */
export const RULER = 18;
export const LINES = 18;
export const VOICE = 5;
export const HEIGHT = 176;
/** Where waveform and cues lie. */
export const TOP = RULER + LINES + 2;
export const BOTTOM = HEIGHT - VOICE - 2;

export interface Look {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly edge: string;
  readonly sheet: string;
  readonly sunken: string;
  readonly accent: string;
  readonly accentGround: string;
  readonly onAccent: string;
  readonly good: string;
  readonly bad: string;
  readonly wait: string;
  /** The sound's. */
  readonly wave: string;
  readonly text: string;
}

export function readLook(element: Element): Look {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: of("--ink"),
    soft: of("--soft"),
    line: of("--line"),
    edge: of("--edge"),
    sheet: of("--sheet"),
    sunken: of("--sunken"),
    accent: of("--accent"),
    accentGround: of("--accent-ground"),
    onAccent: of("--on-accent"),
    good: of("--good"),
    bad: of("--bad"),
    wait: of("--wait"),
    wave: of("--wave"),
    text: style.fontFamily,
  };
}

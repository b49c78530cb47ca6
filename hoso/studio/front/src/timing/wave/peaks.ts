// The waveform itself: one shape, mirrored at its middle.

import { BOTTOM, HEIGHT, TOP } from "./look";

/** Draw `peaks` (0 to 1) over the whole width of a canvas that is HEIGHT px high at its own resolution. */
export function drawPeaks(peaks: Float32Array | number[], context: CanvasRenderingContext2D): void {
  const { width, height } = context.canvas;
  const unit = height / HEIGHT;
  const middle = ((TOP + BOTTOM) / 2) * unit;
  const half = ((BOTTOM - TOP) / 2 - 6) * unit;
  const points = Math.max(2, Math.min(peaks.length, Math.ceil(width)));
  const heights = Array.from({ length: points }, (_, point) => {
    const from = Math.floor((point * peaks.length) / points);
    const to = Math.max(from + 1, Math.floor(((point + 1) * peaks.length) / points));
    let most = 0;
    for (let index = from; index < to; index += 1) most = Math.max(most, Math.abs(peaks[index] ?? 0));
    return Math.max(most * half, 0.5 * unit);
  });
  const x = (point: number) => ((point + 0.5) * width) / points;
  context.beginPath();
  context.moveTo(0, middle);
  heights.forEach((most, point) => {
    context.lineTo(x(point), middle - most);
  });
  context.lineTo(width, middle);
  for (let point = points - 1; point >= 0; point -= 1)
    context.lineTo(x(point), middle + (heights[point] as number));
  context.closePath();
  context.fill();
}

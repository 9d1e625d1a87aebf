/** Figures as pictures: a trend, a gap, areas side by side, a map. Drawn on the server; the page is sent the picture. */
export { drawDots } from './draw-dots.ts';
export { drawGap } from './draw-gap.ts';
export { drawMap, drawMapSwatch } from './draw-map.ts';
export { drawSparkline } from './draw-sparkline.ts';
export { drawTrend } from './draw-trend.ts';

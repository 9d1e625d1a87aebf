/** The door of charts for the server: pictures as PNG, drawings in layers. */
export { drawLayers } from './layers/layers.server.ts';
export { chartPng, svgPng } from './png.server.ts';

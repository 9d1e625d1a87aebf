/** The door of charts for the server: pictures as PNG. */
export { chartPng, svgPng } from './png.server.ts';

/** The server's door: loading open data, and what local need looks like. */
export { loadOpenData, type OpenDataProblem } from './open-data.server.ts';
export { needByFactor } from './followed.server.ts';

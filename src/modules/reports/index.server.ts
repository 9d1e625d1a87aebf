/** The server's door: the home page and what leaves the partnership. */
export { viewHome } from './home.server.ts';

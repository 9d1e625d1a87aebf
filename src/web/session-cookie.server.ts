import type { Cookies } from '@sveltejs/kit';

export const sessionCookie = 'cairn_session';

/** Keeps the session in the browser: not readable by scripts, and sent only over TLS where the address has it. */
export function setSessionCookie(
  event: { cookies: Cookies; url: URL },
  session: { token: string; expiresAt: Date }
): void {
  event.cookies.set(sessionCookie, session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    expires: session.expiresAt
  });
  // Whoever signs in is not shown what somebody else wrote.
  event.cookies.delete(keptForCookie, { path: '/' });
}

/** Ends the session here. What pages kept in this browser, of this person or another, goes with it. */
export function clearSessionCookie(event: {
  cookies: Cookies;
  setHeaders: (headers: Record<string, string>) => void;
}): void {
  event.cookies.delete(sessionCookie, { path: '/' });
  event.cookies.delete(keptForCookie, { path: '/' });
  event.setHeaders({ 'clear-site-data': '"storage"' });
}

/** Marks a browser that somebody has signed in with. It opens nothing: guesses of others only do not hold its people up. */
export const knownBrowserCookie = 'cairn_known';

export function setKnownBrowserCookie(
  event: { cookies: Cookies; url: URL },
  browser: string
): void {
  event.cookies.set(knownBrowserCookie, browser, {
    path: '/sign-in',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: 400 * 24 * 60 * 60
  });
}

/** Says whose drafts a page without a connection may show. Scripts read it; it opens nothing. */
const keptForCookie = 'cairn_kept_for';

export function setKeptForCookie(event: { cookies: Cookies; url: URL }, personId: string): void {
  event.cookies.set(keptForCookie, personId, {
    path: '/',
    httpOnly: false,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: 30 * 24 * 60 * 60
  });
}

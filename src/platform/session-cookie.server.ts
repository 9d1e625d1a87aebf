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
}

export function clearSessionCookie(event: { cookies: Cookies }): void {
  event.cookies.delete(sessionCookie, { path: '/' });
}

import type { Cookies } from '@sveltejs/kit';

/** The key by which a guest’s browser is known in one workshop. It is sent to no other page than those below `/join`. */
const guestCookie = 'cairn_guest';

export function setGuestCookie(event: { cookies: Cookies; url: URL }, key: string): void {
  event.cookies.set(guestCookie, key, {
    path: '/join',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: 24 * 60 * 60
  });
}

export const guestKeyOf = (event: { cookies: Cookies }): string =>
  event.cookies.get(guestCookie) ?? '';

export function clearGuestCookie(event: { cookies: Cookies }): void {
  event.cookies.delete(guestCookie, { path: '/join' });
}

/** The whole address at which a setting answers. */
export function settingAddress(origin: string, token: string): string {
  return `${origin}/s/setting/${token}`;
}

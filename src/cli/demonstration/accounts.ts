/** How to sign in as somebody of the demonstration. */
export type DemonstrationAccount = {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  /** The partnerships it belongs to, as people read them. */
  readonly partnership: string;
};

/** The same for every account of the demonstration, and known to everyone: such accounts exist on no real installation. */
export const demonstrationPassword = 'three stones on a hill';

const places = [
  {
    partnership: 'Fernhollow (made up)',
    domain: 'fernhollow',
    roles: ['coordinator', 'lead', 'contributor', 'reader']
  },
  {
    partnership: 'Alderbeck, Thistlewold, Becks and Hollows (made up)',
    domain: 'neighbours',
    roles: ['coordinator', 'lead', 'contributor']
  },
  { partnership: 'Trafford', domain: 'trafford', roles: ['coordinator'] },
  {
    partnership: 'Tayside, Angus, Dundee, Perth & Kinross',
    domain: 'tayside',
    roles: ['coordinator']
  },
  {
    partnership: 'Published examples (a collection)',
    domain: 'published-examples',
    roles: ['coordinator']
  }
] as const;

/** Every account of the demonstration, named by what it may do: none is anybody's. */
export function demonstrationAccounts(): readonly DemonstrationAccount[] {
  return places.flatMap(({ partnership, domain, roles }) =>
    roles.map((role) => ({
      role,
      partnership,
      email: emailOf(role, domain),
      password: demonstrationPassword
    }))
  );
}

/** Nobody can receive mail at these addresses: `.example` is kept free for examples. */
export function emailOf(account: string, domain: string): string {
  return `${account}@${domain}.example`;
}

export const groupLabels = {
  name: 'Name',
  kind: 'Kind of group',
  purpose: 'Purpose',
  remit: 'Remit',
  members: 'Members',
  seniorSponsor: 'Senior sponsor',
  leadOfficial: 'Lead official',
  reportsTo: 'Reports to',
  duration: 'How long'
};

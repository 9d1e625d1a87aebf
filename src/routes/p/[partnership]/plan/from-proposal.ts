type Choices = Readonly<Record<string, readonly { readonly id: string; readonly title: string }[]>>;

/** What the form of a new aim or action begins with for whoever comes from a proposal: that it came from there, and its title. */
export function fromProposal(wanted: string | null, choices: Choices) {
  const proposal = choices['proposalId']?.find(({ id }) => id === wanted);
  return proposal === undefined ? {} : { proposalId: proposal.id, title: proposal.title };
}

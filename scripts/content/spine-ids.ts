/** Ids of the reading of the toolkit's matrix, and the spine's ids for the same things. */
export const factorIds: Readonly<Record<string, string>> = {
  sensitive_parenting: 'sensitive-parenting-and-attachment',
  play_verbal: 'play-and-verbal-exchanges',
  parent_engagement: 'parent-engagement-in-learning',
  home_resources: 'learning-resources-in-the-home',
  aspirations: 'raising-aspirations',
  parenting_practices: 'parenting-practices',
  parent_mental_health: 'parent-mental-health',
  parent_stress: 'parent-stress',
  parent_physical_health: 'parent-physical-health',
  parent_substance_misuse: 'parent-substance-misuse',
  maltreatment: 'maltreatment',
  domestic_abuse: 'domestic-abuse',
  nutrition: 'nutrition',
  breastfeeding: 'breastfeeding',
  antenatal_care: 'antenatal-care',
  postnatal_care: 'postnatal-care',
  nursery: 'nursery-provision',
  childrens_centres: 'childrens-centres',
  schools: 'schools',
  overcrowding: 'overcrowded-accommodation',
  housing_quality: 'poor-quality-housing',
  safe_play: 'safe-places-to-play',
  social_capital: 'social-capital-and-supports',
  family_friendly_work: 'employment-that-fits-families'
};

export const outcomeIds: Readonly<Record<string, string>> = {
  communication: 'communication',
  literacy: 'literacy',
  numeracy: 'numeracy',
  social_emotional: 'social-emotional',
  physical_health: 'physical-health'
};

export const ageIds: Readonly<Record<string, string>> = {
  gestation_birth: 'gestation-and-birth',
  m0_11: 'months-0-11',
  m8_36: 'months-8-36',
  m30_60: 'months-30-60'
};

/** The new id of an old one; stops the conversion at an id nobody knows. */
export function spineId(table: Readonly<Record<string, string>>, id: string): string {
  const found = table[id];
  if (found === undefined) throw new Error(`No id in the spine for "${id}"`);
  return found;
}

/** What the files of the original publications call indicators of the catalogue, where the names differ. */
export const originalNames: Readonly<Record<string, string>> = {
  asq3_offered_2_to_2_5_years: 'asq3-offered-at-2',
  breastfeeding_6_8_weeks: 'breastfeeding-at-6-to-8-weeks',
  low_birth_weight_term: 'low-birth-weight-at-term',
  funded_early_education_2_year_olds: 'funded-early-education-at-2',
  excess_weight_reception: 'excess-weight-in-reception',
  phonics_year1: 'phonics-in-year-1',
  ks2_reading_writing_maths_expected: 'key-stage-2-expected',
  children_in_relative_low_income_families: 'children-in-relative-low-income',
  children_in_absolute_low_income_families: 'children-in-absolute-low-income',
  developmental_concern_at_27_30_months: 'developmental-concern-at-27-to-30-months',
  no_concerns_27_30_month_review: 'no-concerns-at-27-to-30-months',
  cfe_literacy_primary: 'primary-literacy-expected-level',
  cfe_numeracy_primary: 'primary-numeracy-expected-level',
  elc_settings_good_or_better: 'early-learning-settings-good-or-better',
  difficulties_score_borderline_or_abnormal: 'difficulties-score-raised',
  leavers_1_or_more_scqf_4: 'school-leavers-scqf-4',
  leavers_1_or_more_scqf_5: 'school-leavers-scqf-5',
  leavers_1_or_more_scqf_6: 'school-leavers-scqf-6'
};

/**
 * What a column holds where the database itself says only "text" or "JSON": read by `schema-types.ts`. Choices that a check constraint
 * lists need no line here; their types are made from the constraint.
 */

/** Where the types named below come from; after a second `#`, by what name the door has them. */
export const typeSources: Readonly<Record<string, string>> = {
  ActionKindId: '#modules/vocabulary',
  AgeId: '#modules/vocabulary',
  Answers: '#modules/surveys',
  AwayMember: '#modules/learning',
  CycleLists: '#modules/reach',
  DecisionStep: '#modules/priorities',
  FactorId: '#modules/vocabulary',
  FileProblem: '#modules/indicators',
  FrozenDiagram: '#modules/drivers',
  FrozenStrategy: '#modules/strategy',
  GroupMember: '#modules/groups',
  HeardAt: '#modules/surveys#SettingKind',
  ImportFile: '#modules/maps',
  Matching: '#modules/indicators',
  OpenIndicatorBody: '#modules/vocabulary#OpenIndicator',
  OutcomeId: '#modules/vocabulary',
  Overview: '#modules/indicators',
  ProgrammeItem: '#modules/learning',
  PublicPage: '#modules/reports',
  PublicStrategy: '#modules/reports',
  Ring: '#modules/settings',
  Role: './permissions.ts',
  RowProblem: '#modules/indicators',
  SettingKind: '#modules/settings',
  StoryboardContent: '#modules/learning',
  Tallies: '#modules/surveys'
};

/** By the name of a text column, in every table: what each of its texts, or each text of its list, is. */
export const typesByName: Readonly<Record<string, string>> = {
  action_kind: 'ActionKindId',
  age: 'AgeId',
  ages: 'AgeId',
  factor: 'FactorId',
  factor_id: 'FactorId',
  factor_ids: 'FactorId',
  factors: 'FactorId',
  from_factor: 'FactorId',
  outcome_ids: 'OutcomeId',
  outcomes: 'OutcomeId'
};

/** By table and column: what one text is, where its name alone does not say. */
export const typesByColumn: Readonly<Record<string, string>> = {
  'evidence_rating.outcome': 'OutcomeId',
  'insight.outcome': 'OutcomeId',
  'invitation.role': 'Role',
  'priority_outcome.outcome': 'OutcomeId',
  'roll_out.eligible_kinds': 'SettingKind',
  'voice.setting_kind': 'HeardAt'
};

/** By table and column: the shape of a JSON value as it is read. It is written as text. */
export const jsonShapes: Readonly<Record<string, string>> = {
  'change.after': 'Readonly<Record<string, unknown>>',
  'change.before': 'Readonly<Record<string, unknown>>',
  'content_pack.body': 'Readonly<Record<string, unknown>>',
  'driver_diagram_version.content': 'FrozenDiagram',
  'factor_decision.path': 'ReadonlyArray<DecisionStep>',
  'indicator_import_draft.matching': 'Matching',
  'indicator_import_draft.overview': 'Overview',
  'indicator_import_draft.problem': 'FileProblem',
  'indicator_import_draft.seen_indicators': 'Readonly<Record<string, number>>',
  'indicator_import_matching.matching': 'Matching',
  'indicator_import_row.problems': 'ReadonlyArray<RowProblem>',
  'learning_session.away_team': 'ReadonlyArray<AwayMember>',
  'learning_session.programme': 'ReadonlyArray<ProgrammeItem>',
  'open_boundary.rings': 'ReadonlyArray<ReadonlyArray<number>>',
  'open_indicator.body': 'OpenIndicatorBody',
  'place_outline.rings': 'ReadonlyArray<Ring>',
  'publication.content': 'PublicPage | PublicStrategy',
  'reach_cycle.lists': 'CycleLists',
  'service_import.content': 'ImportFile',
  'storyboard_version.content': 'StoryboardContent',
  'strategy_version.content': 'FrozenStrategy',
  'survey.kept_tallies': 'Tallies',
  'survey_response.answers': 'Answers',
  'working_group.members': 'ReadonlyArray<GroupMember>'
};

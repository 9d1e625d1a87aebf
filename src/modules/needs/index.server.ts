/** The server's door: the data library, the needs-analysis plan, the register of data items, and what they owe. */
export {
  addDataItem,
  addQuestion,
  addSource,
  answerStep,
  blankDataItem,
  blankQuestion,
  blankSource,
  changeQuestion,
  changeSource,
  formOfQuestion,
  formOfSource,
  recordFinding,
  removeDataItem,
  removeQuestion,
  removeSource
} from './commands.server.ts';
export {
  owedGovernance,
  owedQuestions,
  viewDataItem,
  viewQuestion,
  viewQuestions,
  viewRegister,
  viewSource,
  viewSources
} from './queries.server.ts';

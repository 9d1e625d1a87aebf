/** The server's door: the data library, the needs-analysis plan, the register of data items, and what they owe. */
export { addSource, changeSource, removeSource } from './source.commands.server.ts';
export {
  addQuestion,
  changeQuestion,
  recordFinding,
  removeQuestion
} from './question.commands.server.ts';
export { addDataItem, answerStep, removeDataItem } from './item.commands.server.ts';
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

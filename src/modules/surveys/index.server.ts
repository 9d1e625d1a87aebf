/** The server's door: surveys and their answers, what people said, themes, quotes, and what they owe. */
export {
  addSurvey,
  changeSurvey,
  closeSurvey,
  openSurvey,
  removeAnswers,
  removeSurvey
} from './survey.commands.server.ts';
export {
  addSurveyQuestion,
  changeSurveyQuestion,
  formOfSurveyQuestion,
  moveSurveyQuestion,
  removeSurveyQuestion
} from './question.commands.server.ts';
export {
  bringAnswersBack,
  changeStretch,
  formOfStretch,
  setAnswersAside
} from './stretch.commands.server.ts';
export { addPaperAnswers } from './paper.commands.server.ts';
export { isSurveyToken, newSurveyToken } from './token.server.ts';
export { answerByLink, findSurveyByLink, type AtLink } from './respond.server.ts';
export {
  addVoice,
  bringAnswers,
  changeVoice,
  codeSentences,
  eraseDueVoices,
  finishCoding,
  removePassage,
  withdrawVoice
} from './voice.commands.server.ts';
export {
  addTheme,
  blankTheme,
  changeQuote,
  changeTheme,
  checkQuote,
  formOfTheme,
  makeQuote,
  removeQuote,
  removeTheme
} from './theme.commands.server.ts';
export {
  formOfSurvey,
  owedSurveys,
  viewAnswersByDay,
  viewResults,
  viewSurvey,
  viewSurveys
} from './survey.queries.server.ts';
export {
  viewPassage,
  viewQuote,
  viewQuotes,
  viewTheme,
  viewThemes,
  viewVoice,
  viewVoices,
  voicesByFactor
} from './voice.queries.server.ts';
